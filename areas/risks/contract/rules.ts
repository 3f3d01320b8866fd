import { Type } from 'typebox';
import { type Answer, singleContract } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';
import { NumbersSource, Rule } from '../domain/index.ts';

const RuleList = Type.Array(Rule);
const Limit = Type.Object({ least: Type.Integer(), most: Type.Integer() });

export const readRules = singleContract({
  kind: 'risks.ruleset',
  summary: 'The rules that hold today with their weights and numbers, those of before and those to come, and who set them when and why',
  answer: {
    from: Type.String(),
    rules: RuleList,
    history: Type.Array(
      Type.Object({
        from: Type.String(),
        setOn: Maybe(Type.String()),
        by: Maybe(Type.String()),
        because: Maybe(Type.String()),
        inForce: Type.Boolean(),
        rules: RuleList,
      }),
    ),
    /** Where the numbers that the country starts with come from, and how well each is known. */
    sources: Type.Array(NumbersSource),
    limits: Type.Record(Type.String(), Type.Record(Type.String(), Limit)),
  },
});

export type Rules = Answer<typeof readRules>;
