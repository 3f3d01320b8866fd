import type { Tx } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import type { Card } from '../domain/index.ts';
import { cardBinding } from './views.ts';

export interface PersonRow {
  readonly id: string;
  readonly sex: string | null;
  readonly ward: string | null;
  readonly registers: readonly string[];
  readonly card: Buffer;
}

/** The columns of people_person (as `p`) that `openCards` wants. */
export const columns = 'p.id, p.sex, p.ward, p.registers, p.card';

/** Opens the cards of rows of people_person; those whose key was destroyed are left out. */
export async function openCards(services: Services, tx: Tx, city: number, rows: readonly PersonRow[]) {
  const keys = await services.ledger.keys.find(
    tx,
    city,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const key = keys.get(row.id);
    if (!key) return [];
    const { names, birthDate, mother, father } = openJson(key, row.card, cardBinding(city, row.id)) as Card;
    const { id, sex, ward, registers } = row;
    return [{ id, sex, ward, registers, name: names[0] ?? '', names, birthDate, mother, father }];
  });
}
