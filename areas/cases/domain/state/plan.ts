import { Type } from 'typebox';
import { type Data, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { agreements, lifeDomains, needLevels } from '../choices.ts';

export type Agreement = (typeof agreements)[number];

/** What a child needs in one domain of its life. */
const Need = Type.Object({
  domain: oneOf(...lifeDomains),
  level: oneOf(...needLevels),
});
export type Need = Data<typeof Need>;

/** What is to be reached for a child, in one domain. */
const Goal = Type.Object({
  id: Type.String(),
  domain: oneOf(...lifeDomains),
  what: Type.String(),
  due: Type.String(),
  state: oneOf('open', 'met', 'dropped'),
  settledOn: Maybe(Type.String()),
});
export type Goal = Data<typeof Goal>;

export const Plan = Type.Object({
  /** The needs as last assessed, with the day; null before the first assessment. */
  needs: Maybe(Type.Object({ on: Type.String(), by: Type.String(), needs: Type.Array(Need), strengths: Maybe(Type.String()) })),
  goals: Type.Array(Goal),
  /** The day on which the plan is looked at again; null before there is one. */
  reviewOn: Maybe(Type.String()),
  /** Until when needs must have been assessed and a plan made, by the city's limits at the opening. */
  assessmentDue: Maybe(Type.String()),
  planDue: Maybe(Type.String()),
  /** What was agreed for the end, before a case is closed with its goals met. */
  ending: Maybe(Type.Object({ on: Type.String(), child: oneOf(...agreements), carer: oneOf(...agreements), contact: Type.String() })),
});
export type Plan = Data<typeof Plan>;
