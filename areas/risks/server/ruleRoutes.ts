import { Type } from 'typebox';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { defaultRules, inForceOn, limitsOf, type Rule, type RulesetState, ruleIds, rulesetRecord, theRuleset } from '../domain/index.ts';

const Maybe = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
const Rules = Type.Array(
  Type.Object({
    id: Type.String(),
    weight: Type.Integer(),
    active: Type.Boolean(),
    parameters: Type.Record(Type.String(), Type.Integer()),
  }),
);
const Limit = Type.Object({ least: Type.Integer(), most: Type.Integer() });
const plain = (rules: readonly Rule[]) => rules.map((rule) => ({ ...rule, parameters: { ...rule.parameters } }));

export const ruleRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/risks/rules',
    summary: 'The rules that hold today with their weights and numbers, those of before and those to come, and who set them when and why',
    may: ['read', 'risks.ruleset'],
    answer: Type.Object({
      id: Type.String(),
      version: Type.Integer(),
      from: Type.String(),
      rules: Rules,
      history: Type.Array(
        Type.Object({
          from: Type.String(),
          setOn: Maybe(Type.String()),
          by: Maybe(Type.String()),
          because: Maybe(Type.String()),
          inForce: Type.Boolean(),
          rules: Rules,
        }),
      ),
      limits: Type.Record(Type.String(), Type.Record(Type.String(), Limit)),
    }),
    async handle({ tx, actor: { city }, services: { ledger, sealing } }) {
      const id = sealing.idFor(city, rulesetRecord.kind, theRuleset);
      const found = await ledger.find<RulesetState>(tx, city, rulesetRecord.kind, id);
      const { rows } = await tx.query<{ country: string }>('select country from city where number = $1', [city]);
      const { country } = rows[0]!;
      const now = inForceOn(found?.state, country, await ledger.today(tx, city));
      const first = { ...defaultRules(country), setOn: null, by: null, because: null };
      return {
        id,
        version: found?.version ?? 0,
        from: now.from,
        rules: plain(now.rules),
        history: [first, ...(found?.state.versions ?? [])].reverse().map(({ from, setOn, by, because, rules }, i, all) => ({
          from,
          setOn,
          by,
          because,
          // The rules a city started with may begin on the day of a version that took their place.
          inForce: from === now.from && all.findIndex((one) => one.from === from) === i,
          rules: plain(rules),
        })),
        limits: Object.fromEntries(ruleIds.map((rule) => [rule, limitsOf(rule)])),
      };
    },
  }),
];
