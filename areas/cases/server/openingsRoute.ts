import { sql } from 'kysely';
import { Type } from 'typebox';
import { Maybe } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';

/** Days for which an opening that was looked at is still listed. */
const days = 30;
const most = 200;

interface Row {
  readonly case_id: string;
  readonly id: string;
  readonly opened_by: string;
  readonly at: string;
  readonly until: string;
  readonly review_due: string;
  readonly justified: boolean | null;
  readonly reviewed_by: string | null;
  readonly reviewed_on: string | null;
}

export const openingsRoute = route({
  method: 'GET',
  path: '/api/cases/openings',
  summary: 'Cases opened in an emergency: who opened which until when, and whether it was right; those that nobody has looked at first',
  may: ['read', 'cases.opening'],
  answer: Type.Object({
    /** How many wait for a supervisor. */
    waiting: Type.Integer(),
    rows: Type.Array(
      Type.Object({
        case: Type.String(),
        id: Type.String(),
        by: Type.String(),
        at: Type.String(),
        until: Type.String(),
        reviewDue: Type.String(),
        justified: Maybe(Type.Boolean()),
        reviewedBy: Maybe(Type.String()),
        reviewedOn: Maybe(Type.String()),
      }),
    ),
  }),
  async handle({ tx, actor: { city }, services, where }) {
    const since = new Date(services.clock().getTime() - days * 86_400_000);
    const mine = sql<boolean>`o.city = ${city} and ${where('read', 'cases.opening', 'o')}`;
    const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
    const rows = await tx.run<Row>(
      sql`select o.case_id, o.id, o.opened_by, ${instant('o.at')} as at, ${instant('o.until')} as until, o.review_due, o.justified,
            o.reviewed_by, o.reviewed_on
          from cases_opening o where ${mine} and (o.justified is null or o.at > ${since})
          order by o.justified is not null, case when o.justified is null then o.review_due end, o.at desc, o.id limit ${most}`,
    );
    const [waits] = await tx.run<{ n: number }>(sql`select count(*)::int as n from cases_opening o where ${mine} and o.justified is null`);
    return {
      waiting: waits!.n,
      rows: rows.map((row) => ({
        ...{ case: row.case_id, id: row.id, by: row.opened_by, at: row.at, until: row.until, reviewDue: row.review_due },
        ...{ justified: row.justified, reviewedBy: row.reviewed_by, reviewedOn: row.reviewed_on },
      })),
    };
  },
});
