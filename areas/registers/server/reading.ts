import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/pool.ts';

/** Rows that their registers have now, a page in order of id. */
export async function presentAfter(tx: Tx, after: string, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    "select id from registers_entry where city = $1 and id > $2 and status = 'present' order by id limit $3",
    [tx.city, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** All rows that registers have now, by their keyed fingerprints, as one short text. */
export async function presentFingerprint(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ fingerprint: string }>(
    `select count(*) || '.' || coalesce(bit_xor(hashtextextended(id::text || encode(fingerprint, 'hex') || last_changed, 0)), 0) as fingerprint
     from registers_entry where city = $1 and status = 'present'`,
    [tx.city],
  );
  return rows[0]!.fingerprint;
}

/** Of these registers, those that have any row now. */
export async function registersWithRows(tx: Tx, registers: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ register: string }>(
    `select register from unnest($2::text[]) r(register)
     where exists (select 1 from registers_entry e where e.city = $1 and e.register = r.register and e.status = 'present')`,
    [tx.city, registers],
  );
  return new Set(rows.map(({ register }) => register));
}

/** Whether the row whose id is in that column is in the register now. */
export const presentIn = (register: string, column: string, city: number): RawBuilder<boolean> =>
  sql<boolean>`exists (select from registers_entry e where e.city = ${city} and e.id = ${sql.ref(column)} and e.register = ${register} and e.status = 'present')`;

/** Whether an import runs, or is being undone. */
export async function importRuns(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query(
    "select 1 from registers_import where city = $1 and status in ('running', 'stopping', 'undoing') limit 1",
    [tx.city],
  );
  return rows.length > 0;
}

/** Whether the city has brought any register to its end. */
export async function hasRegister(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.query("select 1 from registers_import where city = $1 and status = 'finished' limit 1", [tx.city]);
  return rowCount > 0;
}

interface Coverage {
  readonly register: string;
  readonly asOf: string;
  readonly wards: readonly string[];
  readonly bornFrom: number | null;
  readonly bornTo: number | null;
}

/** What all rows of a city's registers cover, with the state of its registers at which they were looked through. */
const coverageKept = new Map<number, { readonly at: string; readonly coverage: readonly Coverage[] }>();

/** Changes with every import, undoing and erasure of rows, and with every cell that is mended; null while an import runs. */
async function stateOfRegisters(tx: Tx): Promise<string | null> {
  const { rows } = await tx.query<{ runs: boolean | null; state: string }>(
    `select bool_or(status in ('running', 'stopping', 'undoing')) as runs,
       coalesce(md5(string_agg(concat_ws(' ', i.id, status, ended_at, undone_at, counts, c.time_zone), ',' order by i.id)), '') || '.' ||
         (select count(*) from record where city = $1 and kind = 'registers.entry' and erased) || '.' ||
         (select coalesce(sum(cardinality(unread)), 0) from registers_entry where city = $1 and unread <> '{}') as state
     from registers_import i join city c on c.number = i.city where i.city = $1`,
    [tx.city],
  );
  return rows[0]!.runs ? null : rows[0]!.state;
}

/**
 * For each register with rows: the day of its last import that went through, the wards as its rows write them, and the years of birth. All
 * rows are looked through for it, so it is kept until the registers change: every page of a child asks for it.
 */
export async function coverageOfRegisters(tx: Tx): Promise<readonly Coverage[]> {
  const at = await stateOfRegisters(tx);
  const kept = coverageKept.get(tx.city);
  if (at !== null && kept?.at === at) return kept.coverage;
  const { rows: coverage } = await tx.query<Coverage>(
    `select e.register, coalesce((select (max(i.ended_at::timestamptz) at time zone c.time_zone)::date::text from registers_import i
         where i.city = $1 and i.register = e.register and i.status = 'finished'), max(e.last_changed)::text) as "asOf",
       coalesce(array_agg(distinct e.ward) filter (where e.ward is not null), '{}') as wards, min(e.birth_year) as "bornFrom", max(e.birth_year) as "bornTo"
     from registers_entry e join city c on c.number = e.city where e.city = $1 and e.status = 'present' group by e.register, c.time_zone order by e.register`,
    [tx.city],
  );
  if (at !== null) coverageKept.set(tx.city, { at, coverage });
  return coverage;
}
