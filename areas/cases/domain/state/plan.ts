import { Type } from 'typebox';
import { type Data, field, fields, Line, Maybe, narrative, oneOf } from '../../../../platform/decider/index.ts';
import { agreements, lifeDomains, needLevels } from '../choices.ts';

const domain = field.word('domain', lifeDomains);
const ended = {
  on: field.date,
  child: field.choice(agreements),
  carer: field.choice(agreements),
  contact: narrative(Line),
};
export const planEvents = {
  'goal-set': fields({ goal: field.id, domain, due: field.day, reviewOn: field.date, what: field.line }),
  'goal-settled': fields({ goal: field.id, how: field.word('goal-state', ['met', 'dropped']), on: field.date, note: field.note }),
  'plan-reviewed': fields({ on: field.date, by: field.id, reviewOn: field.day, note: field.prose }),
  'ending-agreed': fields({ ...ended, by: field.id }),
};

const { goal: id, reviewOn, ...set } = planEvents['goal-set'].properties;
/** What a child needs, by all that was found out. */
export const NeedsFound = Type.Object({
  /** When and by whom they were assessed last; later visits are counted in. */
  on: field.date,
  by: field.id,
  /** The domains of which something is known, each with the day on which it was found out, and at what. */
  needs: Type.Array(Type.Object({ domain, level: oneOf(...needLevels), on: field.date, at: oneOf('assessment', 'visit') })),
});
export type NeedsFound = Data<typeof NeedsFound>;

/** What is to be reached for a child, in one domain. */
const Goal = Type.Object({ id, ...set, state: oneOf('open', 'met', 'dropped'), settledOn: Maybe(field.date) });

export const Plan = Type.Object({
  goals: Type.Array(Goal),
  /** The day on which the plan is looked at again; null before there is one. */
  reviewOn: Maybe(reviewOn),
  /** Until when needs must have been assessed and a plan made, by the city's limits at the opening. */
  assessmentDue: Maybe(field.date),
  planDue: Maybe(field.date),
  /** What was agreed for the end, before a case is closed with its goals met. */
  ending: Maybe(Type.Object(ended)),
});
export type Plan = Data<typeof Plan>;
