import { Type } from 'typebox';
import type { Tx } from '../../../../platform/database/pool.ts';
import { Id } from '../../../../platform/decider/index.ts';
import type { Request } from '../../../../platform/ledger/ledger.ts';
import { ListTable } from '../../../../platform/lists/server/table.ts';
import type { Sealing } from '../../../../platform/sealing/sealing.ts';
import { type HouseholdState, householdRecord, householdsOf } from '../../domain/index.ts';

/** The id of a household, from its number in the register: the same from import to import. */
export const householdIdOf = (sealing: Sealing, city: number, number: string): string => sealing.idFor(city, householdRecord.kind, number);

/** Who lives together: what linkage compares with, without opening anything. */
const householdTable = new ListTable({ name: 'people_household', columns: { members: Type.Array(Id) }, indexes: {} });
export const households = householdTable.view<HouseholdState>({
  name: 'people.households',
  kind: householdRecord.kind,
  revision: 2,
  row: ({ members }) => ({ members: [...members] }),
});

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
