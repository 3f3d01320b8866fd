import { Type } from 'typebox';
import { type Data, fields, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { type LifeDomain, lifeDomains, visitOutcomes } from '../choices.ts';

const Score = Type.Integer({ minimum: 0, maximum: 4 });
export const Scores = fields(
  Object.fromEntries(lifeDomains.map((domain) => [domain, Type.Optional(Score)])) as Record<
    LifeDomain,
    ReturnType<typeof Type.Optional<typeof Score>>
  >,
);

/** A visit to a child after the return home or another lasting solution. */
export const Visit = Type.Object({
  id: Type.String(),
  due: Type.String(),
  /** Null while it was not made. */
  on: Maybe(Type.String()),
  outcome: Maybe(oneOf(...visitOutcomes, 'dropped')),
  /** Whether the child was spoken with alone. */
  alone: Maybe(Type.Boolean()),
  /** How the child fares by domain: 0 (nothing is well) to 4 (all is well). */
  scores: Scores,
  /** The questionnaire that was filled in at the visit. */
  answers: Maybe(Type.String()),
});
export type Visit = Data<typeof Visit>;

export interface FollowUp {
  /** The day from which visits are counted: of the return, or of another lasting solution; null before there is one. */
  readonly since: string | null;
  readonly visits: readonly Visit[];
  /** Months that a child's life must have been stable before the case is closed, by the limits when it began. */
  readonly stableMonths: number;
}
/** The event with which visits are planned anew. */
export interface FollowUpBegun {
  readonly type: 'follow-up-begun';
  readonly since: string;
  readonly stableMonths: number;
  readonly visits: { readonly id: string; readonly due: string }[];
}
