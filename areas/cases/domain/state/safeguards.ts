import { Type } from 'typebox';
import {
  coded,
  type Data,
  field,
  fields,
  Id,
  identity,
  Maybe,
  narrative,
  PartialDate,
  PastDay,
  shown,
} from '../../../../platform/decider/index.ts';
import { ageBases, authorities, guardianBases, needs, relations, situations } from '../choices.ts';

const Text = Type.String({ maxLength: 200 });
/** A number on which the child may be called, when, and the carer whose number it is. */
const SafeNumber = fields({ number: Type.String({ minLength: 3, maxLength: 40 }), whose: Text, times: Text, carer: Type.Optional(Id) });
export type SafeNumber = Data<typeof SafeNumber>;

export const safeguardEvents = {
  'situation-recorded': fields({ situation: field.word('situation', situations), guardianDue: field.date }),
  'carer-recorded': fields({
    carer: field.id,
    relation: field.choice(relations),
    livesWithChild: field.yes,
    name: field.name,
    /** How they are reached; empty where nobody knows. */
    contact: identity(Text),
  }),
  'carer-suspected': fields({
    carer: field.id,
    at: coded(Type.String()),
    /** Until when an independent guardian must be named, where no carer is left who is no suspect. */
    guardianDue: field.dateIfAny,
    because: field.prose,
  }),
  'conflict-recorded': fields({ on: field.on, guardianDue: field.date, because: field.prose, by: field.id }),
  'conflict-ended': fields({ on: field.on, because: field.prose, by: field.id }),
  'carer-cleared': fields({ carer: field.id, because: field.prose }),
  'authority-recorded': fields({ carer: field.id, authority: field.choice(authorities), on: field.on, because: field.prose }),
  'guardian-named': fields({ carer: field.id, since: coded(PastDay, shown.day), basis: field.choice(guardianBases) }),
  'guardian-ended': fields({ on: field.past, because: field.prose }),
  'age-recorded': fields({
    basis: field.choice(ageBases),
    disputed: field.yes,
    born: identity(Maybe(PartialDate)),
    note: field.note,
  }),
  'communication-recorded': fields({
    languages: coded(Type.Array(Type.String({ pattern: '^[a-z]{2,3}$' }), { maxItems: 10 })),
    interpreter: field.yes,
    needs: field.choices(needs),
    needsNote: narrative(Type.String({ maxLength: 10_000 })),
  }),
  'safe-contact-recorded': fields({
    notAtHome: field.yes,
    numbers: identity(Type.Array(SafeNumber, { maxItems: 10 })),
    codeWord: identity(Text),
    note: narrative(Type.String({ maxLength: 10_000 }), shown.prose),
    on: field.date,
  }),
};

const { carer: id, ...carer } = safeguardEvents['carer-recorded'].properties;
/** A grown-up around the child, whom the office asks or must not ask. */
export const Carer = Type.Object({
  id,
  ...carer,
  suspect: Type.Boolean(),
  /** The instant since which, or in which last, they were held to be one; what they consented to before is void. */
  suspectedAt: Maybe(Type.String()),
  /** A parent from whom a court or an authority took the authority over the child. */
  authorityTaken: Type.Boolean(),
});
export type Carer = Data<typeof Carer>;

const { situation, guardianDue } = safeguardEvents['situation-recorded'].properties;
/** What protects the child in the work of the office itself: who answers for them, how old they are taken to be, how they are spoken to and reached. */
export const Safeguards = Type.Object({
  situation: Maybe(situation),
  /** Until when a child alone must have a guardian. */
  guardianDue: Maybe(guardianDue),
  carers: Type.Array(Carer),
  /** The carers have interests that conflict with the child's: none of them acts for the child. */
  conflict: Maybe(Type.Pick(safeguardEvents['conflict-recorded'], ['on', 'guardianDue'])),
  guardian: Maybe(Type.Object(safeguardEvents['guardian-named'].properties)),
  age: Maybe(Type.Omit(safeguardEvents['age-recorded'], ['note'])),
  ...safeguardEvents['communication-recorded'].properties,
  /** Null until somebody has asked how the child can be reached without danger. */
  contact: Maybe(Type.Object(safeguardEvents['safe-contact-recorded'].properties)),
});
export type Safeguards = Data<typeof Safeguards>;
