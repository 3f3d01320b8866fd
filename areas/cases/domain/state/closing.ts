import { Type } from 'typebox';
import { coded, type Data, field, fields, Maybe, narrative, Prose } from '../../../../platform/decider/index.ts';
import { searchSteps, wordsOnServices } from '../choices.ts';

const Count = coded(Type.Integer());
export const closingEvents = {
  'search-step-recorded': fields({
    step: field.id,
    what: field.word('search-step', searchSteps),
    on: field.on,
    /** Who did it: of the office, the police, a partner. */
    who: field.name,
    note: field.prose,
    by: field.id,
    /** How many steps over how many days there must be before a case is closed as "cannot be found", by the limits on that day. */
    leastSteps: Count,
    leastDays: Count,
  }),
  'services-declined': fields({
    child: field.word('on-services', wordsOnServices),
    /** The carer who declined; null where none did. */
    carer: field.idOrNone,
    on: field.on,
    /** How it was made sure that the child is not in danger. */
    dangerRuledOut: narrative(Prose),
    by: field.id,
  }),
};

const { step: id, by, ...step } = closingEvents['search-step-recorded'].properties;
const SearchStep = Type.Object({ id, ...step, recordedBy: by });
/** What is known for the end of a case that is not the end of a plan: the search for a child, and who declined services. */
export const Closing = Type.Object({
  search: Type.Array(SearchStep),
  declined: Maybe(Type.Omit(closingEvents['services-declined'], ['by'])),
});
export type Closing = Data<typeof Closing>;
