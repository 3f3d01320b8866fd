import type { Tx } from '../database/pool.ts';
import type { Ledger } from './ledger.ts';
import { erasing } from './references.ts';

/**
 * Waits until no other transaction of the city names a record that it may be about to write of, and keeps others from naming any until the
 * end of this one. To be called before what is to be erased is looked up.
 */
export async function beginErasing(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [erasing, tx.city]);
}

/**
 * Erases subjects: destroys their keys, and takes every record sealed under one out of the read models, as a rebuild would leave them.
 * The log stays as it is. Safe to repeat; also for subjects that this database never had. Returns how many records became unreadable.
 */
export async function erase(tx: Tx, { keys, parts }: Ledger, subjects: readonly string[], at: string): Promise<number> {
  const { city } = tx;
  await keys.destroy(tx, city, subjects, at);
  // This waits for present writers of these records; later ones find them erased.
  const { rows } = await tx.query<{ id: string; kind: string }>(
    'select id, kind from record where city = $1 and subject = any($2) and not erased order by id for update',
    [city, subjects],
  );
  const ids = rows.map(({ id }) => id);
  await tx.query('update record set erased = true, snapshot = null, snapshot_version = 0 where city = $1 and id = any($2)', [city, ids]);
  for (const view of parts.views) {
    const followed = rows.filter(({ kind }) => view.kinds.includes(kind)).map(({ id }) => id);
    if (followed.length === 0) continue;
    for (const table of view.tables)
      await tx.query(`delete from ${table} where city = $1 and ${view.recordIn?.[table] ?? 'id'} = any($2)`, [city, followed]);
  }
  return ids.length;
}
