import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { theOne } from '../../../platform/ledger/ledger.ts';
import { nextOf } from '../../../platform/permissions/next.ts';
import * as contract from '../contract/index.ts';
import { defaultRules, inForceOn, limitsOf, type RulesetState, ruleIds, rulesetRecord } from '../domain/index.ts';

export const ruleRoutes: readonly AnyRoute[] = [
  historyRoute(rulesetRecord),
  route(contract.readRules, async (call) => {
    const { tx, services } = call;
    const { ledger, sealing } = services;
    const { city } = call.actor;
    const id = sealing.idFor(city, rulesetRecord.kind, theOne);
    const found = await ledger.find<RulesetState>(tx, city, rulesetRecord.kind, id);
    const { rows } = await tx.query<{ country: string }>('select country from city where number = $1', [city]);
    const { country } = rows[0]!;
    const now = inForceOn(found?.state, country, await ledger.today(tx, city));
    const first = { ...defaultRules(country), setOn: null, by: null, because: null };
    return {
      id,
      version: found?.version ?? 0,
      // Of a city whose rules nobody has changed yet, too.
      next: await nextOf(rulesetRecord, { id, state: found?.state ?? { versions: [] } }, call),
      from: now.from,
      rules: now.rules,
      history: [first, ...(found?.state.versions ?? [])].reverse().map(({ from, setOn, by, because, rules }, i, all) => ({
        from,
        setOn,
        by,
        because,
        // The rules a city started with may begin on the day of a version that took their place.
        inForce: from === now.from && all.findIndex((one) => one.from === from) === i,
        rules,
      })),
      limits: Object.fromEntries(ruleIds.map((rule) => [rule, limitsOf(rule)])),
    };
  }),
];
