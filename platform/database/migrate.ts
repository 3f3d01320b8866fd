import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../http/area.ts';
import { withClient } from './roles.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** The migrations of a folder, `0001_name.sql` and on, in order. Throws where a number is missing, doubled or unreadable. */
export function readMigrations(folder: string): Migration[] {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file): Migration => {
      const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
      if (!match) throw new Error(`The migration ${file} must be called like 0001_what_it_does.sql.`);
      return { number: Number(match[1]), name: match[2]!, sql: readFileSync(join(folder, file), 'utf8') };
    });
  found.forEach((migration, i) => {
    if (migration.number !== i + 1)
      throw new Error(`The migrations of ${folder} go from ${i} to ${migration.number}; numbers must follow one another.`);
  });
  return found;
}

const hashOf = (migration: Migration) => createHash('sha256').update(migration.sql).digest('hex');
const migrating = 7_033_111;

/**
 * Brings a database forward to the last migration, each in a transaction of its own; two that start at once take turns.
 * Throws where a migration that has run was edited since, or where the database is newer than this Olle.
 */
export async function migrate(ownerUrl: string, migrations: readonly Migration[], log: Log): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migrating]);
    try {
      await client.query(
        'create table if not exists migration (number integer primary key, name text not null, sha256 text not null, at timestamptz not null default now())',
      );
      const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
        'select number, name, sha256 from migration order by number',
      );
      const last = rows.at(-1)?.number ?? 0;
      if (last > migrations.length)
        throw new Error(
          `This database was last used by a newer Olle (migration ${last}; this one knows ${migrations.length}). Start the newer version, or give this one another database.`,
        );
      for (const row of rows) {
        const migration = migrations[row.number - 1]!;
        if (hashOf(migration) !== row.sha256)
          throw new Error(
            `Migration ${row.number} (${row.name}) was changed after it ran on this database. Put its text back; add a new migration for what must change.`,
          );
      }
      for (const migration of migrations.slice(last)) {
        await client.query('begin');
        try {
          await client.query(migration.sql);
          await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [
            migration.number,
            migration.name,
            hashOf(migration),
          ]);
          await client.query('commit');
        } catch (error) {
          await client.query('rollback');
          throw new Error(`Migration ${migration.number} (${migration.name}) failed and was taken back: ${(error as Error).message}`, {
            cause: error,
          });
        }
        log('migrated', { number: migration.number, name: migration.name });
      }
    } finally {
      await client.query('select pg_advisory_unlock($1)', [migrating]).catch(() => undefined);
    }
  });
}
