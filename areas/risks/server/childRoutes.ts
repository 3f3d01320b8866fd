import type { Tx } from '../../../platform/database/pool.ts';
import { refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { recordRoute } from '../../../platform/http/readRecord.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { isKnown } from '../../people/server/readers.ts';
import { type EntryState, nameOf } from '../../registers/domain/index.ts';
import * as contract from '../contract/index.ts';
import { childRecord, type PendingReason } from '../domain/index.ts';

async function pendingOf(tx: Tx, city: number, person: string) {
  const { rows } = await tx.query<PendingReason>(
    'select rule, array_agg(pair order by pair) as pairs from risks_pending_reason where city = $1 and person = $2 group by rule order by rule',
    [city, person],
  );
  return rows;
}

export const childRoutes: readonly AnyRoute[] = [
  historyRoute(childRecord),
  recordRoute(contract.readChild, childRecord, 'child at risk page', async (state, { tx, actor: { city }, services }) => {
    const sources = new Set(state.reasons.flatMap((reason) => reason.sources));
    const entries = await services.ledger.findMany<EntryState>(tx, city, 'registers.entry', [...sources]);
    return {
      ...state,
      reasons: state.reasons.map((reason) => ({
        ...reason,
        sources: reason.sources.flatMap((entry) => {
          const row = entries.get(entry)?.state;
          return row ? [{ entry, register: row.register, row: row.row, importId: row.importId, name: nameOf(row.values) }] : [];
        }),
      })),
      pending: await pendingOf(tx, city, state.person),
    };
  }),
  route(contract.readChildOfPerson, async ({ tx, actor: { city }, params }) => {
    const { rows } = await tx.query<{ child: string; status: string; reasons: string[] }>(
      'select id as child, status, reasons from risks_child where city = $1 and person = $2',
      [city, params.id],
    );
    if (!rows[0]) throw new Refused(refuse('ledger.not-found'));
    return rows[0];
  }),
  route(contract.readPendingReasons, async ({ tx, actor: { city }, params }) => {
    if (!(await isKnown(tx, params.id))) throw new Refused(refuse('ledger.not-found'));
    return { pending: await pendingOf(tx, city, params.id) };
  }),
];
