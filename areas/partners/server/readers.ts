import type { Tx } from '../../../platform/database/pool.ts';

/** The organisations of the directory that are not closed, each with its kind. */
export async function activeOrganisations(tx: Tx, city: number): Promise<readonly { readonly id: string; readonly category: string }[]> {
  const { rows } = await tx.query<{ id: string; category: string }>(
    `select id, category from partners_organisation where city = $1 and status = 'active' order by id`,
    [city],
  );
  return rows;
}
