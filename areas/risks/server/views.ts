import { readFileSync } from 'node:fs';
import type { View } from '../../../platform/ledger/view.ts';
import type { PendingReasonState } from '../domain/index.ts';
import { childView } from './childList.ts';

/** One line for each pending reason and pair to review. */
const pendingReasons: View = {
  name: 'risks.pending-reasons',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['risks_pending_reason'],
  kinds: ['risks.pending-reason'],
  revision: 1,
  async apply(tx, changes) {
    const states = changes.map((change) => change.state as PendingReasonState);
    const { city } = changes[0]!;
    await tx.query('delete from risks_pending_reason where city = $1 and person = any($2)', [city, states.map(({ person }) => person)], {
      name: 'risks-pending-reasons-clear',
    });
    const lines = states.flatMap(({ person, pending: reasons }) =>
      reasons.flatMap(({ rule, pairs }) => pairs.map((pair) => ({ person, rule, pair }))),
    );
    await tx.query(
      'insert into risks_pending_reason (city, person, rule, pair) select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[])',
      [city, lines.map(({ person }) => person), lines.map(({ rule }) => rule), lines.map(({ pair }) => pair)],
      { name: 'risks-pending-reasons' },
    );
  },
};

export const views: readonly View[] = [childView, pendingReasons];
