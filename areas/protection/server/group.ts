import type { Tx } from '../../../platform/database/pool.ts';
import type { Group } from '../../../platform/http/holding.ts';

interface Stood {
  readonly person: string;
  readonly position: string;
  readonly entry: string;
}

/** Every row that these persons ever had. */
async function everHad(tx: Tx, persons: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ entry: string }>(
    `select distinct m->>'entry' as entry from event e cross join lateral jsonb_array_elements(e.coded->'members') m
     where e.city = $1 and e.id = any($2) and e.kind = 'people.person'`,
    [tx.city, persons],
  );
  return rows.map(({ entry }) => entry);
}

/** When these rows stood with whom. Goes through the whole log of persons: erasing is rare, and missing somebody's second file is not an option. */
async function whereStood(tx: Tx, entries: readonly string[]): Promise<Stood[]> {
  const { rows } = await tx.query<Stood>(
    `select e.id as person, e.position, m->>'entry' as entry from event e cross join lateral jsonb_array_elements(e.coded->'members') m
     where e.city = $1 and e.kind = 'people.person' and m->>'entry' = any($2) order by e.position`,
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
    `select p.id as person, array(select m->>'entry' from jsonb_array_elements(l.coded->'members') m) as entries
     from people_person p join lateral (
       select e.coded from event e where e.city = p.city and e.id = p.id and e.coded ? 'members' order by e.version desc limit 1) l on true
     where p.city = $1 and p.id = any($2) and p.rows = 0`,
    [tx.city, others],
  );
  return rows
    .filter((row) => row.entries.filter((entry) => entries.has(entry)).length * 2 > row.entries.length)
    .map(({ person }) => person);
}
