import { wilson } from '@olle/estimation';
import type { Tx } from '../../../platform/database/pool.ts';
import { type AnyRoute, route, type Services } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { readSingle, singleRoute } from '../../../platform/http/readRecord.ts';
import { cityOf } from '../../../platform/ledger/city.ts';
import { theOne } from '../../../platform/ledger/ledger.ts';
import * as contract from '../contract/index.ts';
import {
  defaultRules,
  type EvaluationState,
  evaluationRecord,
  evidenceOf,
  hitsOf,
  inForceOn,
  limitsOf,
  type RulesetState,
  ruleIds,
  rulesetRecord,
  sourcesOf,
  undecidedOf,
} from '../domain/index.ts';

/** What the city set, and the rules that hold today. */
export async function rulesNow({ ledger, sealing }: Services, tx: Tx, today: string) {
  const { country } = await cityOf(tx);
  const found = await ledger.find<RulesetState>(tx, tx.city, rulesetRecord.kind, sealing.idFor(tx.city, rulesetRecord.kind, theOne));
  return { state: found?.state, rules: inForceOn(found?.state, country, today).rules };
}

export const ruleRoutes: readonly AnyRoute[] = [
  historyRoute(rulesetRecord),
  singleRoute(contract.readRules, rulesetRecord, async (state, { tx, actor, services }) => {
    const { country } = await cityOf(tx);
    const now = inForceOn(state, country, await services.ledger.today(tx, actor.city));
    const first = { ...defaultRules(country), setOn: null, by: null, because: null };
    return {
      from: now.from,
      rules: now.rules,
      undecided: [...undecidedOf(state, now.rules)],
      history: [first, ...(state?.versions ?? [])].reverse().map(({ from, setOn, by, because, rules }, i, all) => ({
        from,
        setOn,
        by,
        because,
        // The rules a city started with may begin on the day of a version that took their place.
        inForce: from === now.from && all.findIndex((one) => one.from === from) === i,
        rules,
      })),
      sources: sourcesOf(country),
      about: Object.fromEntries(ruleIds.map((rule) => [rule, { hits: [...hitsOf(rule)], ...evidenceOf(rule) }])),
      limits: Object.fromEntries(ruleIds.map((rule) => [rule, limitsOf(rule)])),
    };
  }),
  route(contract.readGroups, async (call) => {
    const { state } = await readSingle<EvaluationState>(call, evaluationRecord);
    return {
      countedOn: state?.countedOn ?? null,
      counts: (state?.groups ?? []).map((one) => ({ ...one, interval: one.n !== null && one.of ? wilson(one.n, one.of) : null })),
    };
  }),
];
