import * as contract from '../../contract/index.ts';
import { type ConcernState, closeReasons, concernRecord, hindrances } from '../../domain/index.ts';
import { concernsOf } from '../reading.ts';
import { pageRoute, tasksFor, todayOf } from './readCase.ts';

export const overviewRoute = pageRoute(contract.readCaseOverview, 'case overview', async (state, call) => {
  const { tx, params, services } = call;
  const { city } = call.actor;
  const today = await todayOf(call);
  const joined = await concernsOf(tx, params.id);
  const concerns = await services.ledger.findMany<ConcernState>(tx, city, concernRecord.kind, joined);
  // The record of the child on the list of those at risk has its id from the person.
  const child = state.person && services.sealing.idFor(city, 'risks.child', state.person);
  const listed = child && (await tx.query('select 1 from record where city = $1 and id = $2', [city, child])).rowCount;
  return {
    child: listed ? child : null,
    concerns: joined.flatMap((one) => {
      const concern = concerns.get(one)?.state;
      return concern ? [{ id: one, on: concern.raisedOn, source: concern.source, by: concern.raisedBy, what: concern.what }] : [];
    }),
    tasks: tasksFor(state, call.actor.id, today),
    actions: state.actions,
    closing: closeReasons.map((reason) => ({
      reason,
      hinders: hindrances(state, reason, today).map(({ refused: code, params, page }) => ({ code, params, page })),
    })),
    emergencyAccess: state.emergencyAccess,
  };
});
