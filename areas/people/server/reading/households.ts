import type { Tx } from '../../../../platform/database/pool.ts';
import type { Request } from '../../../../platform/ledger/ledger.ts';
import type { View } from '../../../../platform/ledger/view.ts';
import type { Sealing } from '../../../../platform/sealing/sealing.ts';
import { type HouseholdState, householdRecord, householdsOf } from '../../domain/index.ts';

/** The id of a household, from its number in the register: the same from import to import. */
export const householdIdOf = (sealing: Sealing, city: number, number: string): string => sealing.idFor(city, householdRecord.kind, number);

/** Who lives together: what linkage compares with, without opening anything. */
export const households: View = {
  name: 'people.households',
  ddl: `create table people_household (
  city integer not null,
  id uuid not null,
  members uuid[] not null,
  primary key (city, id)
);`,
  tables: ['people_household'],
  kinds: [householdRecord.kind],
  revision: 1,
  async apply(tx, changes) {
    await tx.query(
      `insert into people_household (city, id, members) select $1, h.id, coalesce(string_to_array(nullif(h.members, ''), ',')::uuid[], '{}')
       from unnest($2::uuid[], $3::text[]) h(id, members) on conflict (city, id) do update set members = excluded.members`,
      [tx.city, changes.map(({ id }) => id), changes.map(({ state }) => (state as HouseholdState).members.join(','))],
      { name: 'people-households' },
    );
  },
};

/** What must be written so that households are as these persons have them: those that stay as they are need nothing. */
export async function gathering(
  tx: Tx,
  sealing: Sealing,
  persons: readonly { readonly id: string; readonly number: string | null }[],
): Promise<Request[]> {
  const { rows } = await tx.query<{ id: string; members: string }>(
    "select id, array_to_string(members, ',') as members from people_household where city = $1",
    [tx.city],
  );
  const before = new Map(rows.map(({ id, members }) => [id, members]));
  const now = [...householdsOf(persons)].map(([number, members]) => ({ id: householdIdOf(sealing, tx.city, number), number, members }));
  const kept = new Set(now.map(({ id }) => id));
  return [
    ...now
      .filter(({ id, members }) => before.get(id) !== members.join(','))
      .map(({ id, number, members }): Request => ({ kind: householdRecord.kind, id, name: 'gather', input: { number, members } })),
    ...rows
      .filter(({ id, members }) => members !== '' && !kept.has(id))
      .map(({ id }): Request => ({ kind: householdRecord.kind, id, name: 'disperse', input: {} })),
  ];
}
