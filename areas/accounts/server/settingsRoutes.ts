import { holdersOf, mayChange, offeredRoles } from '../../../platform/decider/index.ts';
import type { AnyRoute } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { singleRoute } from '../../../platform/http/readRecord.ts';
import { cityOf } from '../../../platform/ledger/city.ts';
import * as contract from '../contract/index.ts';
import { areasOff, changesOf, cityRecord, contactRecord, optionalAreas, rolesRecord, switchesRecord, userRecord } from '../domain/index.ts';

export const settingsRoutes: readonly AnyRoute[] = [
  historyRoute(userRecord),
  historyRoute(cityRecord),
  historyRoute(contactRecord),
  historyRoute(switchesRecord),
  singleRoute(contract.readCity, cityRecord, async (state, { tx }) => ({ wards: [], secondFactor: [], ...state, ...(await cityOf(tx)) })),
  singleRoute(contract.readContact, contactRecord, (contact) => ({ contact: contact ?? null })),
  singleRoute(contract.readAreas, switchesRecord, async (state = { switches: [] }, { tx, actor, services }) => {
    const today = await services.ledger.today(tx, actor.city);
    const off: readonly string[] = areasOff(state, today);
    return {
      areas: optionalAreas.map((area) => {
        const [next] = state.switches.filter((one) => one.area === area && one.from > today);
        return { area, on: !off.includes(area), next: next ? { on: next.on, from: next.from } : null };
      }),
    };
  }),
  singleRoute(contract.readRoles, rolesRecord, async (state = { decisions: [] }, { tx, actor, services }) => {
    const today = await services.ledger.today(tx, actor.city);
    const changes = changesOf(state);
    return {
      grants: (services.ledger.parts.grants ?? []).map((grant) => {
        const holders = holdersOf(grant, changes, today);
        const may = (holds: boolean) =>
          offeredRoles.filter((role) => holders.includes(role) !== holds && mayChange(grant, { role, holds }));
        return {
          grant: grant.key,
          roles: [...holders],
          mayAlso: (grant.mayAlso ?? []).filter((role) => !holders.includes(role)),
          mayGive: may(true),
          mayTake: may(false),
          planned: changes.filter((one) => one.grant === grant.key && one.from > today),
        };
      }),
      history: [...state.decisions].reverse(),
    };
  }),
];
