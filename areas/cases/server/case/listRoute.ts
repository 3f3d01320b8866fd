import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, IsoDate, oneOf } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { lacks, riskLevels } from '../../domain/index.ts';
import { type CaseRow, CaseSummary, Maybe, openCases } from '../rows.ts';
import { lacking, late } from './lacks.ts';

const pageSize = 50;
/** The due date of a case with nothing due: it comes last. */
const never = '9999-12-31';

export const listRoute = route({
  method: 'POST',
  path: '/api/cases/list',
  summary: 'Cases open to the reader, what is due first at the top',
  may: ['read', 'cases.case'],
  shows: 'identity',
  body: fields({
    status: Type.Optional(oneOf('open', 'closed')),
    mine: Type.Optional(Type.Boolean()),
    overdue: Type.Optional(Type.Boolean()),
    unassigned: Type.Optional(Type.Boolean()),
    riskLevel: Type.Optional(oneOf(...riskLevels)),
    ward: Type.Optional(Type.String({ maxLength: 60 })),
    person: Type.Optional(Id),
    worker: Type.Optional(Id),
    /** What they lack, and of which kind something is overdue in them. */
    lack: Type.Optional(oneOf(...lacks)),
    late: Type.Optional(Type.String({ pattern: '^[a-z-]{1,30}$' })),
    after: Type.Optional(fields({ dueOn: IsoDate, id: Id })),
  }),
  answer: Type.Object({
    rows: Type.Array(Type.Object({ ...CaseSummary, overdue: Type.Integer() })),
    next: Maybe(Type.Object({ dueOn: Type.String(), id: Type.String() })),
    total: Type.Integer(),
  }),
  async handle({ tx, actor, body, services, note, where }) {
    const { city } = actor;
    const today = await services.ledger.today(tx, city);
    const scope = sql.join(
      [
        sql<boolean>`c.city = ${city} and c.status = ${body.status ?? 'open'}`,
        where('read', 'cases.case', 'c'),
        ...(body.mine ? [sql<boolean>`c.worker = ${actor.id}`] : []),
        ...(body.overdue ? [sql<boolean>`c.due_on < ${today}`] : []),
        ...(body.unassigned ? [sql<boolean>`c.worker is null`] : []),
        ...(body.riskLevel ? [sql<boolean>`c.risk_level = ${body.riskLevel}`] : []),
        ...(body.ward ? [sql<boolean>`c.ward = ${body.ward}`] : []),
        ...(body.worker ? [sql<boolean>`c.worker = ${body.worker}`] : []),
        ...(body.lack ? [lacking(body.lack, today)] : []),
        ...(body.late ? [late(body.late, today)] : []),
        ...(body.person ? [sql<boolean>`c.person = ${body.person}`] : []),
      ],
      sql` and `,
    );
    const due = sql<string>`coalesce(c.due_on, ${never})`;
    const after = body.after ? sql<boolean>`(${due}, c.id) > (${body.after.dueOn}::date, ${body.after.id}::uuid)` : sql<boolean>`true`;
    const overdue = sql`(select count(*)::int from cases_task a where a.city = c.city and a.case_id = c.id and a.due < ${today})`;
    const rows = await tx.run<CaseRow & { overdue: number }>(
      sql<
        CaseRow & { overdue: number }
      >`select c.*, ${overdue} as overdue from cases_case c where ${scope} and ${after} order by ${due}, c.id limit ${pageSize + 1}`,
    );
    const [total] = await tx.run<{ n: number }>(sql<{ n: number }>`select count(*)::int as n from cases_case c where ${scope}`);
    const shown = rows.slice(0, pageSize);
    await note(
      'cases.case',
      shown.map(({ id }) => id),
      'list of cases',
    );
    const overdueOf = new Map(shown.map((row) => [row.id, row.overdue]));
    const last = shown.at(-1);
    return {
      total: total!.n,
      next: rows.length > pageSize && last ? { dueOn: last.due_on ?? never, id: last.id } : null,
      rows: (await openCases(services, tx, shown)).map((row) => ({ ...row, overdue: overdueOf.get(row.id)! })),
    };
  },
});
