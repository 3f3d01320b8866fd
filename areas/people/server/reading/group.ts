import type { Tx } from '../../../../platform/database/pool.ts';
import type { Group } from '../../../../platform/http/holding.ts';

interface Stood {
  readonly person: string;
  readonly entry: string;
}

/** Every row that these persons ever had. */
async function everHad(tx: Tx, persons: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ entry: string }>(
    `select entry from people_member where city = $1 and person = any($2) union select entry from people_former where city = $1 and person = any($2)`,
    [tx.city, persons],
  );
  return rows.map(({ entry }) => entry);
}

/** With whom these rows ever stood, whoever has or had them last at the end. */
async function whereStood(tx: Tx, entries: readonly string[]): Promise<Stood[]> {
  const { rows } = await tx.query<Stood>(
    `select person, entry from (
       select person, entry, position from people_former where city = $1 and entry = any($2)
       union all select person, entry, null from people_member where city = $1 and entry = any($2)) stood order by position nulls last`,
    [tx.city, entries],
  );
  return rows;
}

/**
 * Who a person is in all records: the rows that are the person's now; rows that left the registers while they were; and persons joined into
 * this one, whose keys still seal what was written before. A person is joined into this one where nothing stands there any more and most of
 * what last stood there is here now.
 */
export async function groupOf(tx: Tx, person: string): Promise<Group> {
  const persons = new Set([person]);
  const entries = new Set<string>();
  for (let before = -1; before !== persons.size + entries.size; ) {
    before = persons.size + entries.size;
    const had = await everHad(tx, [...persons]);
    const now = await tx.query<{ entry: string; person: string }>(
      'select entry, person from people_member where city = $1 and (person = any($2) or entry = any($3))',
      [tx.city, [...persons], had],
    );
    const holder = new Map(now.rows.map((row) => [row.entry, row.person]));
    for (const [entry, who] of holder) if (persons.has(who)) entries.add(entry);
    // Rows that stand with nobody: theirs whose they were last.
    const stood = await whereStood(tx, [...new Set([...had, ...entries])]);
    const last = new Map(stood.map(({ entry, person: who }) => [entry, who]));
    for (const entry of had) if (!holder.has(entry) && persons.has(last.get(entry) ?? '')) entries.add(entry);
    for (const former of await joined(tx, stood, persons, entries)) persons.add(former);
  }
  return { persons: [...persons].sort(), entries: [...entries].sort() };
}

/** Of the persons with whom these rows ever stood, those that are nobody now and whose last rows are mostly among `entries`. */
async function joined(tx: Tx, stood: readonly Stood[], persons: ReadonlySet<string>, entries: ReadonlySet<string>): Promise<string[]> {
  const others = [...new Set(stood.map(({ person }) => person))].filter((id) => !persons.has(id));
  const { rows } = await tx.query<{ person: string; entries: string[] }>(
    `select person, array_agg(entry) as entries from people_former f
     where city = $1 and person = any($2) and position = (select max(position) from people_former l where l.city = f.city and l.person = f.person)
       and exists (select from people_person p where p.city = f.city and p.id = f.person and p.rows = 0)
     group by person`,
    [tx.city, others],
  );
  return rows
    .filter((row) => row.entries.filter((entry) => entries.has(entry)).length * 2 > row.entries.length)
    .map(({ person }) => person);
}
