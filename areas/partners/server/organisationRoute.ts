import { route } from '../../../platform/http/area.ts';
import { readRecord } from '../../../platform/http/readRecord.ts';
import * as contract from '../contract/index.ts';
import { agreementsOn, openAt, organisationRecord } from '../domain/index.ts';
import { weekMinute } from './weekMinute.ts';

export const organisationRoute = route(contract.readOrganisation, async (call) => {
  const { tx, actor, services } = call;
  const { id, state, version, next } = await readRecord(call, organisationRecord, call.params.id, 'organisation page');
  const minute = await weekMinute(tx, actor.city, services.clock());
  const held = agreementsOn(state, await services.ledger.today(tx, actor.city));
  const open = openAt(state.hours, minute);
  return {
    ...state,
    id,
    version,
    open,
    reachable: open || openAt(state.emergencyHours, minute),
    agreements: state.agreements.map((one) => ({ ...one, inForce: held.includes(one) })),
    shares: [...new Set(held.flatMap(({ shares }) => shares))],
    next,
  };
});
