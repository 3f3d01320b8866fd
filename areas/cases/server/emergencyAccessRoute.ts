import { sql } from 'kysely';
import type { Answer } from '../../../platform/contract/index.ts';
import { route } from '../../../platform/http/area.ts';
import * as contract from '../contract/index.ts';

/** Days for which one that was reviewed is still listed. */
const days = 30;
const maxRows = 200;

type Row = Answer<typeof contract.listEmergencyAccess>['rows'][number];

export const emergencyAccessRoute = route(contract.listEmergencyAccess, async ({ tx, actor: { city }, services, where }) => {
  const since = new Date(services.clock().getTime() - days * 86_400_000);
  const mine = sql<boolean>`o.city = ${city} and ${where('read', 'cases.emergency-access', 'o')}`;
  const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  const rows = await tx.run<Row>(
    sql`select o.case_id as case, o.id, o.opened_by as by, ${instant('o.at')} as at, ${instant('o.until')} as until,
          o.review_due as "reviewDue", o.justified
        from cases_emergency_access o where ${mine} and (o.justified is null or o.at > ${since})
        order by o.justified is not null, case when o.justified is null then o.review_due end, o.at desc, o.id limit ${maxRows}`,
  );
  const [waits] = await tx.run<{ n: number }>(
    sql`select count(*)::int as n from cases_emergency_access o where ${mine} and o.justified is null`,
  );
  return { waiting: waits!.n, rows };
});
