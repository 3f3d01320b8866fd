import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, IsoDate, oneOf, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { historyOf } from '../../../platform/ledger/follow.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import type { StoredEvent } from '../../../platform/ledger/view.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { type CaseState, type ConcernState, caseRecord, concernRecord, next, nextDue, riskLevels } from '../domain/index.ts';
import { type CaseRow, CaseSummary, Maybe, openCases } from './rows.ts';

const pageSize = 50;
/** The due date of a case with nothing due: it comes last. */
const never = '9999-12-31';

export const Happened = Type.Object({
  type: Type.String(),
  at: Type.String(),
  actor: Type.String(),
  text: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String()),
  on: Type.Optional(Type.String()),
  worker: Type.Optional(Maybe(Type.String())),
  due: Type.Optional(Type.String()),
  action: Type.Optional(Type.String()),
});

/** One thing that happened to a case or a concern, for people to read. */
export function tell({ type, at, actor, fields: f }: StoredEvent) {
  const text = f['concern'] ?? f['text'] ?? f['what'] ?? f['because'] ?? f['note'] ?? f['summary'];
  const detail = f['riskLevel'] ?? f['how'] ?? f['reason'];
  const worker = f['worker'] === undefined ? f['who'] : f['worker'];
  const given = (name: 'on' | 'due' | 'action') => (typeof f[name] === 'string' ? { [name]: f[name] } : {});
  return {
    type,
    at,
    actor,
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(typeof worker === 'string' || worker === null ? { worker } : {}),
    ...given('on'),
    ...given('due'),
    ...given('action'),
  };
}

export const caseRoutes: readonly AnyRoute[] = [
  route({
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
          ...(body.person ? [sql<boolean>`c.person = ${body.person}`] : []),
        ],
        sql` and `,
      );
      const due = sql<string>`coalesce(c.due_on, ${never})`;
      const after = body.after ? sql<boolean>`(${due}, c.id) > (${body.after.dueOn}::date, ${body.after.id}::uuid)` : sql<boolean>`true`;
      const overdue = sql`(select count(*)::int from cases_action a where a.city = c.city and a.case_id = c.id and a.waits and a.due < ${today})`;
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
  }),
  route({
    method: 'GET',
    path: '/api/cases/case/{id}',
    summary: 'A case: where it stands, what is to be done, what may be done next, and its whole history',
    may: ['read', 'cases.case'],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      ...CaseSummary,
      version: Type.Integer(),
      source: Type.String(),
      closedOn: Maybe(Type.String()),
      closeReason: Maybe(Type.String()),
      child: Maybe(Type.String()),
      concerns: Type.Array(
        Type.Object({ id: Type.String(), on: Type.String(), source: Type.String(), by: Type.String(), what: Type.String() }),
      ),
      actions: Type.Array(
        Type.Object({
          id: Type.String(),
          what: Type.String(),
          who: Type.String(),
          due: Type.String(),
          settled: Maybe(Type.String()),
          settledOn: Maybe(Type.String()),
        }),
      ),
      next: Type.Array(Type.String()),
      history: Type.Array(Happened),
    }),
    async handle({ tx, actor, ability, params, services, note }) {
      const { city } = actor;
      const { ledger } = services;
      const found = await ledger.find<CaseState>(tx, city, caseRecord.kind, params.id);
      const facts = found && { ...caseRecord.facts(found.state), city };
      if (!found || !allows(ability, 'read', caseRecord.kind, facts!)) throw new Refused(refuse('ledger.not-found'));
      const { state, version } = found;
      const history = await historyOf(tx, ledger.keys, city, params.id);
      const joined = await tx.query<{ id: string }>(
        'select id from cases_concern where city = $1 and case_id = $2 order by raised_on, id',
        [city, params.id],
      );
      const concerns = await ledger.findMany<ConcernState>(
        tx,
        city,
        concernRecord.kind,
        joined.rows.map(({ id }) => id),
      );
      const child = await tx.query<{ id: string }>('select id from risks_child where city = $1 and person = $2', [city, state.person]);
      await note('cases.case', [params.id], 'case page');
      return {
        id: params.id,
        person: state.person,
        name: state.name,
        status: state.status,
        worker: state.worker,
        ward: state.ward,
        riskLevel: state.riskLevel,
        birthYear: state.birthYear,
        openedOn: state.openedOn,
        dueOn: nextDue(state),
        openActions: state.actions.filter(({ settled }) => !settled).length,
        version,
        source: state.source,
        closedOn: state.closedOn,
        closeReason: state.closeReason,
        child: child.rows[0]?.id ?? null,
        concerns: joined.rows.flatMap(({ id }) => {
          const concern = concerns.get(id)?.state;
          return concern ? [{ id, on: concern.raisedOn, source: concern.source, by: concern.raisedBy, what: concern.what }] : [];
        }),
        actions: state.actions.map((action) => ({ ...action })),
        next: next[state.status].filter((command) => allows(ability, command, caseRecord.kind, facts!)),
        history: history.map(tell),
      };
    },
  }),
];
