import { Type } from 'typebox';
import { Id } from '../../../platform/decider/index.ts';
import type { View } from '../../../platform/ledger/view.ts';
import { sideTables } from '../../../platform/lists/server/sideTables.ts';
import { type PendingReasonState, pendingReasonRecord } from '../domain/index.ts';
import { childView } from './childList.ts';

/** One line for each pending reason and pair to review: its verdict decides whether the reason holds. */
const pendingReasons: View = {
  name: 'risks.pending-reasons',
  kinds: [pendingReasonRecord.kind],
  revision: 2,
  ...sideTables<PendingReasonState>()('id', {
    risks_pending_reason: {
      columns: { person: Id, rule: Type.String(), pair: Id },
      key: 'id, rule, pair',
      indexes: { pair: 'city, pair', person: 'city, person' },
      rows: ({ state: { person, pending } }) => pending.flatMap(({ rule, pairs }) => pairs.map((pair) => ({ person, rule, pair }))),
    },
  }),
};

export const views: readonly View[] = [childView, pendingReasons];
