import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/pool.ts';
import { type Ability, allowsSome } from '../../../platform/permissions/ability.ts';
import { reasonsKnownTo } from '../domain/index.ts';

/** Reasons for which a child may come on the list, once it is said that the two rows of a pair are not one person's; those that the reader needs to know. */
export const pendingReasonsOfPairs = {
  waits: (pair: string, city: string): string => `exists (select from risks_pending_reason h where h.city = ${city} and h.pair = ${pair})`,
  async of(tx: Tx, pairs: readonly string[], ability: Ability): Promise<readonly { readonly pair: string; readonly rule: string }[]> {
    const { rows } = await tx.query<{ pair: string; rule: string }>(
      'select distinct pair, rule from risks_pending_reason where city = $1 and pair = any($2) and rule = any($3) order by rule',
      [tx.city, pairs, reasonsKnownTo((action, kind) => allowsSome(ability, action, kind))],
    );
    return rows;
  },
};

/** The wards of the children on the list. */
export async function wardsFound(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ ward: string }>(
    'select distinct ward from risks_child where city = $1 and ward is not null order by ward limit 500',
    [tx.city],
  );
  return rows.map(({ ward }) => ward);
}

/** Children on the list, `r`, as other areas join them: the names of its columns are part of the public API. */
export const ofChildren = sql`risks_child r`;
