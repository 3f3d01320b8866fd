import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, oneOf, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { historyOf } from '../../../platform/ledger/follow.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import { type CaseState, caseRecord, next, nextDue } from '../domain/index.ts';

export const cardBinding = (city: number, id: string) => `cases_case|${city}|${id}`;

const Maybe = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
const Summary = {
  id: Type.String(),
  person: Maybe(Type.String()),
  name: Type.String(),
  status: Type.String(),
  worker: Type.String(),
  ward: Maybe(Type.String()),
  riskLevel: Type.String(),
  birthYear: Maybe(Type.Integer()),
  openedOn: Type.String(),
  dueOn: Maybe(Type.String()),
  openActions: Type.Integer(),
};
type Row = {
  id: string;
  person: string | null;
  subject: string;
  status: string;
  worker: string;
  ward: string | null;
  risk_level: string;
  birth_year: number | null;
  opened_on: string;
  due_on: string | null;
  open_actions: number;
  card: Buffer;
};

export const routes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/cases/list',
    summary: 'Cases open to the reader, what is due first at the top',
    may: ['read', 'cases.case'],
    shows: 'identity',
    body: fields({
      status: Type.Optional(oneOf('open', 'closed')),
      mine: Type.Optional(Type.Boolean()),
      after: Type.Optional(fields({ dueOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), id: Id })),
    }),
    answer: Type.Object({
      rows: Type.Array(Type.Object(Summary)),
      next: Maybe(Type.Object({ dueOn: Type.String(), id: Type.String() })),
      total: Type.Integer(),
    }),
    async handle({ tx, actor, body, services, note, where }) {
      const { city } = actor;
      const mine = body.mine ? sql<boolean>`c.worker = ${actor.id}` : sql<boolean>`true`;
      const scope = sql<boolean>`c.city = ${city} and c.status = ${body.status ?? 'open'} and ${mine} and ${where('read', 'cases.case', 'c')}`;
      // A case with nothing due comes last.
      const due = sql<string>`coalesce(c.due_on, '9999-12-31')`;
      const after = body.after ? sql<boolean>`(${due}, c.id) > (${body.after.dueOn}::date, ${body.after.id}::uuid)` : sql<boolean>`true`;
      const rows = await tx.run<Row>(sql<Row>`select c.* from cases_case c where ${scope} and ${after} order by ${due}, c.id limit 51`);
      const [total] = await tx.run<{ n: number }>(sql<{ n: number }>`select count(*)::int as n from cases_case c where ${scope}`);
      const shown = rows.slice(0, 50);
      const keys = await services.ledger.keys.find(
        tx,
        city,
        shown.map(({ subject }) => subject),
      );
      await note(
        'cases.case',
        shown.map(({ id }) => id),
        'list of cases',
      );
      const last = shown.at(-1);
      return {
        total: total!.n,
        next: rows.length > 50 && last ? { dueOn: last.due_on ?? '9999-12-31', id: last.id } : null,
        rows: shown.flatMap((row) => {
          const key = keys.get(row.subject);
          if (!key) return [];
          const { name } = openJson(key, row.card, cardBinding(city, row.id)) as { name: string };
          return [
            {
              id: row.id,
              person: row.person,
              name,
              status: row.status,
              worker: row.worker,
              ward: row.ward,
              riskLevel: row.risk_level,
              birthYear: row.birth_year,
              openedOn: row.opened_on,
              dueOn: row.due_on,
              openActions: row.open_actions,
            },
          ];
        }),
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
      ...Summary,
      version: Type.Integer(),
      source: Type.String(),
      closedOn: Maybe(Type.String()),
      closeReason: Maybe(Type.String()),
      actions: Type.Array(
        Type.Object({ id: Type.String(), what: Type.String(), who: Type.String(), due: Type.String(), settled: Maybe(Type.String()) }),
      ),
      next: Type.Array(Type.String()),
      history: Type.Array(
        Type.Object({
          type: Type.String(),
          at: Type.String(),
          actor: Type.String(),
          text: Type.Optional(Type.String()),
          detail: Type.Optional(Type.String()),
        }),
      ),
    }),
    async handle({ tx, actor, ability, params, services, note }) {
      const { city } = actor;
      const found = await services.ledger.find<CaseState>(tx, city, caseRecord.kind, params.id);
      if (!found || !allows(ability, 'read', caseRecord.kind, { ...caseRecord.facts(found.state), city }))
        throw new Refused(refuse('ledger.not-found'));
      const { state, version } = found;
      const history = await historyOf(tx, services.ledger.keys, city, params.id);
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
        actions: state.actions.map((action) => ({
          id: action.id,
          what: action.what,
          who: action.who,
          due: action.due,
          settled: action.settled,
        })),
        next: next[state.status].filter((command) => allows(ability, command, caseRecord.kind, { ...caseRecord.facts(state), city })),
        history: history.map(({ type, at, actor: by, fields: f }) => {
          const text = f['concern'] ?? f['text'] ?? f['what'] ?? f['because'] ?? f['note'] ?? f['summary'];
          const detail = f['riskLevel'] ?? f['how'] ?? f['reason'];
          return { type, at, actor: by, ...(typeof text === 'string' ? { text } : {}), ...(typeof detail === 'string' ? { detail } : {}) };
        }),
      };
    },
  }),
];
