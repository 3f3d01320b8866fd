import type { Tx } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import type { StoredRow } from '../../../platform/lists/server/table.ts';
import { personTable } from './views.ts';

/** The columns of people_person (as `p`) that `openCards` wants. */
export const columns = 'p.id, p.sex, p.ward, p.registers, p.card';

/** Opens the cards of rows of people_person; those whose key was destroyed are left out. */
export async function openCards(services: Services, tx: Tx, rows: readonly StoredRow[]) {
  const people = await personTable.open(services, tx, rows);
  return people.map(({ id, sex, ward, registers, names, birthDate, mother, father }) => {
    return { id, sex, ward, registers, name: names[0] ?? '', names, birthDate, mother, father };
  });
}
