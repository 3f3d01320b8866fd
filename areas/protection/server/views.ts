import type { Tx } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import type { View } from '../../../platform/ledger/view.ts';
import { ListTable, type StoredRow } from '../../../platform/lists/server/table.ts';
import {
  Erasure,
  type ErasureState,
  erasureColumns,
  erasureRecord,
  RetentionHold,
  type RetentionHoldState,
  RetentionReview,
  type RetentionReviewState,
  retentionHoldRecord,
  retentionReviewRecord,
} from '../domain/index.ts';

const erasures = new ListTable({
  name: 'protection_erasure',
  // What a restored database is told to erase again is read from here.
  columns: { ...erasureColumns, subjects: Erasure.properties.subjects },
  indexes: { status: 'city, status, id', person: 'city, person' },
});
const retentionHolds = new ListTable({
  name: 'protection_retention_hold',
  columns: RetentionHold.properties,
  sealedFor: 'person',
  indexes: { person: 'city, person' },
});

const retentionReviews = new ListTable({
  name: 'protection_retention_review',
  columns: RetentionReview.properties,
  indexes: { until: 'city, until' },
});

export const views: readonly View[] = [
  erasures.view<ErasureState>({ name: 'protection.erasures', kind: erasureRecord.kind, revision: 2, row: (state) => state }),
  retentionHolds.view<RetentionHoldState>({
    name: 'protection.retention-holds',
    kind: retentionHoldRecord.kind,
    revision: 2,
    row: (state) => state,
  }),
  retentionReviews.view<RetentionReviewState>({
    name: 'protection.retention-reviews',
    kind: retentionReviewRecord.kind,
    revision: 1,
    row: (state) => state,
  }),
];

/** Those that wait, then the last that were settled; at most 200. Of one person only where said. */
export async function listErasures(services: Services, tx: Tx, person: string | null) {
  const { rows } = await tx.query<StoredRow>(
    `select * from protection_erasure where city = $1 and ($2::uuid is null or person = $2)
     order by status <> 'asked', settled_on desc nulls last, id desc limit 200`,
    [tx.city, person],
  );
  return await erasures.open(services, tx, rows);
}

/**
 * Holds that are in force, then those that were lifted, the last first; at most 200. Of some persons only where said; none of somebody who was
 * erased, for its key is gone.
 */
export async function listHolds(services: Services, tx: Tx, persons: readonly string[] | null) {
  const { rows } = await tx.query<StoredRow>(
    `select * from protection_retention_hold where city = $1 and ($2::uuid[] is null or person = any($2))
     order by status <> 'placed', id desc limit 200`,
    [tx.city, persons],
  );
  return await retentionHolds.open(services, tx, rows);
}
