import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, IsoDate, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { Counted, counted } from '../counting.ts';
import { type CaseRow, CaseSummary, openCases } from '../rows.ts';
import { type Narrowing, narrowed, narrowing } from './narrowing.ts';

/** What columns of the list may show besides. */
const CaseMore = {
  overdue: Type.Integer(),
  source: Type.String(),
  closedOn: Maybe(Type.String()),
  /** When anything was written last, and when the child was seen last at a visit. */
  touchedOn: Type.String(),
  seenOn: Maybe(Type.String()),
  phase: Type.String(),
  lives: Maybe(Type.String()),
  trafficking: Maybe(Type.String()),
  /** The last day of consent to work on the case; null where there is none. */
  consentUntil: Maybe(Type.String()),
};
interface MoreRow {
  readonly overdue: number;
  readonly source: string;
  readonly closed_on: string | null;
  readonly touched_on: string;
  readonly seen_on: string | null;
  readonly phase: string;
  readonly lives: string | null;
  readonly trafficking: string | null;
  readonly consented_until: string | null;
}
const moreOf = (row: MoreRow) => ({
  ...{ overdue: row.overdue, source: row.source, closedOn: row.closed_on, touchedOn: row.touched_on, seenOn: row.seen_on },
  ...{ phase: row.phase, lives: row.lives, trafficking: row.trafficking, consentUntil: row.consented_until },
});

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
    ...narrowing,
    /** What is due first, or what was opened last. */
    sort: Type.Optional(oneOf('due', 'opened')),
    after: Type.Optional(fields({ on: IsoDate, id: Id })),
  }),
  answer: Type.Object({
    rows: Type.Array(Type.Object({ ...CaseSummary, ...CaseMore })),
    next: Maybe(Type.Object({ on: Type.String(), id: Type.String() })),
    ...Counted,
  }),
  async handle(call) {
    const { tx, actor, body, services, note } = call;
    const { city } = actor;
    const today = await services.ledger.today(tx, city);
    const { sort = 'due', after: last, ...to } = body;
    const scope = narrowed(call, to, today);
    // Written as the index has it, or the whole table is sorted for each page.
    const due = sql.raw(`coalesce(c.due_on, '${never}'::date)`);
    const [order, after] =
      sort === 'due'
        ? [sql`${due}, c.id`, last && sql<boolean>`(${due}, c.id) > (${last.on}::date, ${last.id}::uuid)`]
        : [sql`c.opened_on desc, c.id desc`, last && sql<boolean>`(c.opened_on, c.id) < (${last.on}::date, ${last.id}::uuid)`];
    const overdue = sql`(select count(*)::int from cases_task a where a.city = c.city and a.case_id = c.id and a.due < ${today})`;
    const rows = await tx.run<CaseRow & MoreRow>(
      sql<
        CaseRow & MoreRow
      >`select c.*, ${overdue} as overdue from cases_case c where ${scope} and ${after ?? sql<boolean>`true`} order by ${order} limit ${pageSize + 1}`,
    );
    const shown = rows.slice(0, pageSize);
    await note(
      'cases.case',
      shown.map(({ id }) => id),
      'list of cases',
    );
    const rowOf = new Map(shown.map((row) => [row.id, row]));
    const end = shown.at(-1);
    return {
      ...(await counted(tx, sql`cases_case c where ${scope}`)),
      next: rows.length > pageSize && end ? { on: sort === 'due' ? (end.due_on ?? never) : end.opened_on, id: end.id } : null,
      rows: (await openCases(services, tx, shown)).map((row) => ({ ...row, ...moreOf(rowOf.get(row.id)!) })),
    };
  },
});

/** What is counted beside the filters. */
const countedBy = {
  riskLevel: 'risk_level',
  ward: 'ward',
  worker: 'worker',
  source: 'source',
  trafficking: 'trafficking',
  phase: 'phase',
  lives: 'lives',
} as const;

export const countsRoute = route({
  method: 'POST',
  path: '/api/cases/list/counts',
  summary: 'How many cases of the list each value of a filter would show, the other filters as they are',
  may: ['read', 'cases.case'],
  /** `all`: beside the filters that are folded away as well. */
  body: fields({ ...narrowing, all: Type.Optional(Type.Boolean()) }),
  answer: Type.Object({ counts: Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer())) }),
  async handle(call) {
    const { tx, actor, body, services } = call;
    const today = await services.ledger.today(tx, actor.city);
    const counts: Record<string, Record<string, number>> = {};
    const filters = Object.entries(countedBy).filter(([filter]) => body.all || filter === 'riskLevel');
    const isNarrowed = ([filter]: [string, string]) => body[filter as keyof Narrowing] !== undefined;
    // What nothing is narrowed by is counted in one go; beside a filter in use, the list as it would be without that one.
    for (const together of [filters.filter((one) => !isNarrowed(one)), ...filters.filter(isNarrowed).map((one) => [one])]) {
      if (together.length === 0) continue;
      const columns = together.map(([, column]) => sql.ref(`c.${column}`));
      const others = narrowed(call, { ...body, ...Object.fromEntries(together.map(([filter]) => [filter, undefined])) }, today);
      const rows = await tx.run<{ values: (string | null)[]; n: number }>(
        sql`select array[${sql.join(columns.map((column) => sql`${column}::text`))}] as values, count(*)::int as n
            from cases_case c where ${others} group by grouping sets (${sql.join(columns.map((column) => sql`(${column})`))})`,
      );
      for (const [at, [filter]] of together.entries())
        counts[filter] = Object.fromEntries(rows.flatMap(({ values, n }) => (values[at] == null ? [] : [[values[at], n]])));
    }
    const flagged = narrowed(call, { ...body, flagged: true }, today);
    const [marked] = await tx.run<{ n: number }>(sql`select count(*)::int as n from cases_case c where ${flagged}`);
    counts['flagged'] = { true: marked!.n };
    return { counts };
  },
});
