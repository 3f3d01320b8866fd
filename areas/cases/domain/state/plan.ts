import { Type } from 'typebox';
import { coded, type Data, field, fields, Line, Maybe, narrative, oneOf, Prose } from '../../../../platform/decider/index.ts';
import { agreements, lifeDomains, needLevels } from '../choices.ts';

const domain = field.word('domain', lifeDomains);
/** What a child needs in one domain of their life. */
export const Need = fields({ domain, level: field.choice(needLevels) });
const ended = {
  on: field.date,
  child: field.choice(agreements),
  carer: field.choice(agreements),
  contact: narrative(Line),
};
export const planEvents = {
  'needs-assessed': fields({
    on: field.past,
    by: field.id,
    needs: coded(Type.Array(Need)),
    strengths: narrative(Type.Optional(Prose)),
    note: field.note,
  }),
  'goal-set': fields({ goal: field.id, domain, due: field.day, reviewOn: field.date, what: field.line }),
  'goal-settled': fields({ goal: field.id, how: field.word('goal-state', ['met', 'dropped']), on: field.date, note: field.note }),
  'plan-reviewed': fields({ on: field.date, by: field.id, reviewOn: field.day, note: field.prose }),
  'ending-agreed': fields({ ...ended, by: field.id }),
};

const { on, by, needs } = planEvents['needs-assessed'].properties;
const { goal: id, reviewOn, ...set } = planEvents['goal-set'].properties;
/** What is to be reached for a child, in one domain. */
const Goal = Type.Object({ id, ...set, state: oneOf('open', 'met', 'dropped'), settledOn: Maybe(field.date) });

export const Plan = Type.Object({
  /** The needs as last assessed, with the day; null before the first assessment. */
  needs: Maybe(Type.Object({ on, by, needs, strengths: Maybe(Prose) })),
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
