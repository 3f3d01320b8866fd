import { Type } from 'typebox';
import { type Answer, contract, singleContract } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';
import { GroupCount, hitGroups, NumbersSource, Rule } from '../domain/index.ts';

const RuleList = Type.Array(Rule);
const Limit = Type.Object({ least: Type.Integer(), most: Type.Integer() });

export const readRules = singleContract({
  kind: 'risks.ruleset',
  summary: 'The rules that hold today with their weights and numbers, those of before and those to come, and who set them when and why',
  answer: {
    from: Type.String(),
    rules: RuleList,
    /** Rules in use that may hit a group, and of which nobody of the city has said why although they hit it. */
    undecided: Type.Array(Type.String()),
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
    /** Of each rule: whom it may hit for what they are, and what is known of its sign. */
    about: Type.Record(
      Type.String(),
      Type.Object({ hits: Type.Array(oneOf(...hitGroups)), source: Type.String(), mark: oneOf('V', 'S', 'M') }),
    ),
    limits: Type.Record(Type.String(), Type.Record(Type.String(), Limit)),
  },
});

const Share = Type.Number({ minimum: 0, maximum: 1 });
export const readGroups = contract({
  method: 'GET',
  path: '/api/risks/groups',
  summary: 'Whom each rule lists or would list, by group, with the interval of each share; cells that could single a child out are empty',
  may: ['see-groups', 'risks.ruleset'],
  answer: Type.Object({
    /** The day on which everybody was looked at last; null before the first. */
    countedOn: Maybe(Type.String()),
    counts: Type.Array(
      Type.Object({
        ...GroupCount.properties,
        /** 95 % by Wilson; null where nothing is shown or there is nobody. */
        interval: Maybe(Type.Object({ share: Share, low: Share, high: Share })),
      }),
    ),
  }),
});

export type Groups = Answer<typeof readGroups>;
export type Rules = Answer<typeof readRules>;
