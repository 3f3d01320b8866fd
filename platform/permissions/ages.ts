import { type RawBuilder, sql } from 'kysely';
import { bornAtAge } from '../decider/index.ts';

/**
 * Conditions for those who may be of these ages on a day, over the columns `birth_from` and `birth_to` of a read model: the first and the last
 * day on which somebody may have been born. Of whom nothing is known is of no age.
 */
export function ofAge(
  alias: string,
  ages: { readonly from?: number | undefined; readonly to?: number | undefined },
  day: string,
): RawBuilder<boolean> {
  const { until, since } = bornAtAge(ages, day);
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const conditions = [
    sql`${column('birth_from')} is not null`,
    ...(until === undefined ? [] : [sql`${column('birth_from')} <= ${until}::date`]),
    ...(since === undefined ? [] : [sql`${column('birth_to')} >= ${since}::date`]),
  ];
  return sql`(${sql.join(conditions, sql` and `)})`;
}
