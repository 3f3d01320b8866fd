import type { Tx } from '../../../../platform/database/pool.ts';
import type { Services } from '../../../../platform/http/area.ts';
import {
  contentOf,
  type EntryState,
  entryRecord,
  isAnother,
  isSameRow,
  type PutInput,
  type RegisterName,
  whoIs,
} from '../../domain/index.ts';
import { fingerprintOf, whoPrint } from '../views.ts';
import type { Recognised } from './recognising.ts';
import { entryIdOf, type Numbered, type Numberless } from './rowReader.ts';

export interface Placed {
  /** What must be written, each under the record that it is of. */
  readonly fresh: readonly { readonly id: string; readonly put: PutInput }[];
  readonly counts: { readonly added: number; readonly changed: number; readonly unchanged: number };
  /** Records of former rows that rows without numbers were recognised as. */
  readonly recognised: readonly string[];
  /** Rows whose number was another child's. */
  readonly others: readonly Numbered[];
}

/**
 * Which of these rows are new, changed or the same, by their fingerprints: only rows that changed are opened. A row that is another child's than
 * that of its number is taken nowhere: what is known of one must not pass to another.
 */
export async function placeNumbered(
  tx: Tx,
  services: Services,
  city: number,
  register: RegisterName,
  rows: readonly Numbered[],
): Promise<Placed> {
  const { sealing } = services;
  const { rows: found } = await tx.query<{ id: string; status: string; fingerprint: Buffer }>(
    'select id, status, fingerprint from registers_entry where city = $1 and id = any($2)',
    [city, rows.map(({ id }) => id)],
    { name: 'registers-fingerprints' },
  );
  const known = new Map(found.map((row) => [row.id, row]));
  const isSame = ({ id, put }: Numbered) => {
    const before = known.get(id);
    return before?.status === 'present' && before.fingerprint.equals(fingerprintOf(sealing, city, put));
  };
  const news = rows.filter((row) => !isSame(row));
  const others = await otherChildren(tx, services, city, register, rows, new Set(news.filter(({ id }) => known.has(id))));
  const fresh = news.filter((row) => !others.has(row));
  const added = fresh.filter(({ id }) => !known.has(id)).length;
  return {
    fresh,
    counts: { added, changed: fresh.length - added, unchanged: rows.length - news.length },
    recognised: [],
    others: [...others],
  };
}

/** Those of the changed rows that are somebody else's: by what they say, or since one of both stands under another number. */
async function otherChildren(
  tx: Tx,
  { ledger, sealing }: Services,
  city: number,
  register: RegisterName,
  rows: readonly Numbered[],
  changed: ReadonlySet<Numbered>,
): Promise<ReadonlySet<Numbered>> {
  const others = new Set<Numbered>();
  if (changed.size === 0) return others;
  const former = await ledger.findMany<EntryState>(
    tx,
    city,
    entryRecord.kind,
    [...changed].map(({ id }) => id),
  );
  const moved: { row: Numbered; from: string; to: string; print: Buffer }[] = [];
  for (const row of changed) {
    const before = former.get(row.id)?.state.values;
    if (!before) continue;
    const [from, to] = [whoIs(before), whoIs(row.put.values)];
    if (isAnother(before, row.put.values)) others.add(row);
    else if (from !== to) moved.push({ row, from, to, print: whoPrint(sealing, city, row.put.values) });
  }
  if (moved.length === 0) return others;
  const inFile = Map.groupBy(rows, ({ put }) => whoIs(put.values));
  const { rows: inRegister } = await tx.query<{ id: string; who: Buffer }>(
    'select id, who from registers_entry where city = $1 and register = $2 and who = any($3)',
    [city, register, moved.flatMap(({ to, print }) => (to === '' ? [] : [print]))],
  );
  for (const { row, from, to, print } of moved) {
    const stands = from !== '' && (inFile.get(from) ?? []).some(({ id }) => id !== row.id);
    const stood = to !== '' && inRegister.some(({ id, who }) => id !== row.id && who.equals(print));
    if (stands || stood) others.add(row);
  }
  return others;
}

/**
 * The same for rows without a number of their own. The n-th row of a content is there already where the register holds n of it; else it is
 * the former row that it was recognised as, else one of that content that was gone, else new, under an id that no row has.
 */
export async function placeNumberless(
  tx: Tx,
  { ledger, sealing }: Services,
  city: number,
  register: RegisterName,
  rows: readonly Numberless[],
  guesses: Recognised,
): Promise<Placed> {
  // Each content is looked up for itself: of a table that was just filled the database would think that half of it is asked for, and read it all.
  const { rows: found } = await tx.query<{ id: string; status: string; fingerprint: Buffer }>(
    `select e.id, e.status, e.fingerprint from (select distinct print from unnest($3::bytea[]) p(print)) p cross join lateral
       (select id, status, fingerprint from registers_entry where city = $1 and register = $2 and not numbered and fingerprint = p.print offset 0) e
     order by e.id`,
    [city, register, rows.map(({ print }) => print)],
    { name: 'registers-contents' },
  );
  const known = Map.groupBy(found, ({ fingerprint }) => fingerprint.toString('hex'));
  const former = await ledger.findMany<EntryState>(
    tx,
    city,
    entryRecord.kind,
    rows.flatMap(({ put }) => guesses.get(put.row) ?? []),
  );
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const fresh: { id: string; put: PutInput }[] = [];
  const added: Numberless[] = [];
  const same: string[] = [];
  for (const row of rows) {
    const { print, nth, put } = row;
    const of = known.get(print.toString('hex')) ?? [];
    const present = of.filter(({ status }) => status === 'present').length;
    if (nth <= present) {
      counts.unchanged++;
      continue;
    }
    const guess = guesses.get(put.row);
    const before = guess === undefined ? undefined : former.get(guess)?.state;
    if (guess !== undefined && before?.status === 'present' && isSameRow(before.values, put.values)) {
      counts.changed++;
      same.push(guess);
      fresh.push({ id: guess, put });
      continue;
    }
    const gone = of.filter(({ status }) => status === 'gone')[nth - present - 1];
    if (gone) {
      counts.changed++;
      fresh.push({ id: gone.id, put });
    } else added.push(row);
  }
  counts.added = added.length;
  fresh.push(...(await withIds(tx, sealing, city, register, added)));
  return { fresh, counts, recognised: same, others: [] };
}

/** Ids made from content and how often it came; where a row that was corrected or erased since bears one, the next is taken. */
async function withIds(tx: Tx, sealing: Services['sealing'], city: number, register: RegisterName, rows: readonly Numberless[]) {
  const placed: { id: string; put: PutInput }[] = [];
  const used = new Set<string>();
  let left = rows.map(({ nth, put }) => ({ nth, put }));
  while (left.length > 0) {
    const tried = left.map(({ nth, put }) => ({
      nth,
      put,
      id: entryIdOf(sealing, city, register, `${contentOf(put.values, put.unread)}#${nth}`),
    }));
    const { rows: taken } = await tx.query<{ id: string }>('select id from record where city = $1 and id = any($2)', [
      city,
      tried.map(({ id }) => id),
    ]);
    for (const { id } of taken) used.add(id);
    left = [];
    for (const { id, nth, put } of tried) {
      if (used.has(id)) left.push({ nth: nth + 1, put });
      else {
        used.add(id);
        placed.push({ id, put });
      }
    }
  }
  return placed;
}
