import { pagesOf } from '../../../../platform/database/pages.ts';
import type { Tx } from '../../../../platform/database/pool.ts';
import { systemId } from '../../../../platform/decider/index.ts';
import type { ServerArea } from '../../../../platform/http/area.ts';
import type { Holding } from '../../../../platform/http/holding.ts';
import { entryRecord } from '../../domain/index.ts';

/** Whose rows of registers are, or were: the area that knows is above this one. */
export type PersonsOf = (tx: Tx, entries: readonly string[]) => Promise<readonly string[]>;

/** What the registers ask of the areas above them. */
export interface Above {
  readonly areas: () => readonly ServerArea[];
  readonly personsOf: PersonsOf;
}

/** A record in which a person did something that rests on rows. */
export type Resting = Pick<Holding, 'kind' | 'id'>;

/**
 * What rests on rows since an import that brought them (`since` is where in the log it began): records held of these rows or of whose they are, that a person began since; and those that
 * the system began and a person has decided something in since, such as a child at risk who was visited or a pair that was answered. Work that
 * a person had begun before does not rest on them.
 */
async function restingOn(tx: Tx, { areas, personsOf }: Above, entries: readonly string[], since: number): Promise<Resting[]> {
  const group = { persons: await personsOf(tx, entries), entries };
  const held: Holding[] = [];
  for (const area of areas()) held.push(...((await area.holdings?.(tx, group)) ?? []));
  const others = held.filter(({ kind }) => kind !== entryRecord.kind);
  if (others.length === 0) return [];
  const { rows } = await tx.query<Resting>(
    `select distinct e.kind, e.id from event e join event began on began.city = e.city and began.id = e.id and began.version = 1
     where e.city = $1 and e.id = any($2) and e.position > $3 and e.actor <> $4 and (began.actor = $4 or began.position > $3) order by 1, 2`,
    [tx.city, others.map(({ id }) => id), since, systemId],
  );
  return rows;
}

/** Where in the log an import began. */
export async function beginningOf(tx: Tx, id: string): Promise<number> {
  const { rows } = await tx.query<{ position: number }>('select position from event where city = $1 and id = $2 and version = 1', [
    tx.city,
    id,
  ]);
  return rows[0]!.position;
}

/** Of these rows, those on which something rests. */
export async function rowsThatCarry(tx: Tx, above: Above, entries: readonly string[], since: number): Promise<string[]> {
  if (entries.length === 0 || (await restingOn(tx, above, entries, since)).length === 0) return [];
  if (entries.length === 1) return [...entries];
  const half = Math.ceil(entries.length / 2);
  return [
    ...(await rowsThatCarry(tx, above, entries.slice(0, half), since)),
    ...(await rowsThatCarry(tx, above, entries.slice(half), since)),
  ];
}

const together = 1000;

/** A page of the rows of a register that an import wrote last. */
export async function writtenBy(
  tx: Tx,
  { id, register }: { readonly id: string; readonly register: string },
  status: 'present' | 'gone',
  after: string,
): Promise<{ id: string }[]> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from registers_entry where city = $1 and register = $2 and status = $3 and id > $4 and import = $5 order by id limit $6',
    [tx.city, register, status, after, id, together],
  );
  return rows;
}

/** Everything that rests on the rows of an import, page by page. */
export async function* restingOnImport(
  tx: Tx,
  above: Above,
  one: { readonly id: string; readonly register: string },
): AsyncGenerator<Resting[]> {
  const since = await beginningOf(tx, one.id);
  for (const status of ['present', 'gone'] as const) {
    const pages = pagesOf((after) => writtenBy(tx, one, status, after));
    for await (const rows of pages)
      yield await restingOn(
        tx,
        above,
        rows.map(({ id }) => id),
        since,
      );
  }
}
