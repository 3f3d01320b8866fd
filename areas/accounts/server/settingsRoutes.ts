import { holdersOf, mayChange, offeredRoles } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { theOne } from '../../../platform/ledger/ledger.ts';
import * as contract from '../contract/index.ts';
import {
  areasOff,
  type ContactState,
  changesOf,
  cityRecord,
  contactRecord,
  optionalAreas,
  type RolesState,
  rolesRecord,
  type SwitchesState,
  switchesRecord,
  userRecord,
} from '../domain/index.ts';

export const settingsRoutes: readonly AnyRoute[] = [
  historyRoute(userRecord),
  historyRoute(cityRecord),
  historyRoute(contactRecord),
  historyRoute(switchesRecord),
  route(contract.readContact, async ({ tx, actor, services }) => {
    const id = services.sealing.idFor(actor.city, contactRecord.kind, theOne);
    const found = await services.ledger.find<ContactState>(tx, actor.city, contactRecord.kind, id);
    return { id, version: found?.version ?? 0, contact: found?.state ?? null };
  }),
  route(contract.readAreas, async ({ tx, actor, services }) => {
    const id = services.sealing.idFor(actor.city, switchesRecord.kind, theOne);
    const found = await services.ledger.find<SwitchesState>(tx, actor.city, switchesRecord.kind, id);
    const state = found?.state ?? { switches: [] };
    const today = await services.ledger.today(tx, actor.city);
    const off: readonly string[] = areasOff(state, today);
    return {
      id,
      version: found?.version ?? 0,
      areas: optionalAreas.map((area) => {
        const [next] = state.switches.filter((one) => one.area === area && one.from > today);
        return { area, on: !off.includes(area), next: next ? { on: next.on, from: next.from } : null };
      }),
    };
  }),
  route(contract.readRoles, async ({ tx, actor, services }) => {
    const id = services.sealing.idFor(actor.city, rolesRecord.kind, theOne);
    const found = await services.ledger.find<RolesState>(tx, actor.city, rolesRecord.kind, id);
    const state = found?.state ?? { decisions: [] };
    const today = await services.ledger.today(tx, actor.city);
    const changes = changesOf(state);
    return {
      id,
      version: found?.version ?? 0,
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
