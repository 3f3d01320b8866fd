import { Type } from 'typebox';
import { fields, Id, oneOf, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { historyOf } from '../../../platform/ledger/follow.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import { nameOf } from '../../people/domain/index.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import { type ChildState, defaultRules, ruleIds } from '../domain/index.ts';
import { cardBinding } from './views.ts';

const Maybe = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
const Listed = Type.Object({
  id: Type.String(),
  person: Type.String(),
  name: Type.String(),
  ward: Maybe(Type.String()),
  birthYear: Maybe(Type.Integer()),
  reasons: Type.Array(Type.String()),
  score: Type.Integer(),
  foundOn: Type.String(),
  status: Type.String(),
  worker: Maybe(Type.String()),
  dueOn: Maybe(Type.String()),
});
type Row = {
  id: string;
  person: string;
  ward: string | null;
  birth_year: number | null;
  reasons: string[];
  score: number;
  found_on: string;
  status: string;
  worker: string | null;
  due_on: string | null;
  card: Buffer;
};
const statuses = ['new', 'visit-planned', 'seen', 'not-at-risk', 'case'] as const;

export const routes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/risks/list',
    summary: 'Children with reasons, the heaviest first. The order is where to look first, not a decision',
    may: ['read', 'risks.child'],
    shows: 'identity',
    body: fields({
      ward: Type.Optional(Type.String({ maxLength: 60 })),
      reason: Type.Optional(oneOf(...ruleIds)),
      status: Type.Optional(oneOf(...statuses)),
      bornFrom: Type.Optional(Type.Integer()),
      bornTo: Type.Optional(Type.Integer()),
      mine: Type.Optional(Type.Boolean()),
      after: Type.Optional(fields({ score: Type.Integer(), foundOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), id: Id })),
    }),
    answer: Type.Object({
      rows: Type.Array(Listed),
      next: Maybe(Type.Object({ score: Type.Integer(), foundOn: Type.String(), id: Type.String() })),
    }),
    async handle({ tx, actor, body, services, note }) {
      const { city } = actor;
      const { rows } = await tx.query<Row>(
        `select id, person, ward, birth_year, reasons, score, found_on, status, worker, due_on, card from risks_child
         where city = $1 and cardinality(reasons) > 0 and ($2::text is null or ward = $2) and ($3::text is null or $3 = any(reasons)) and (status = $4 or ($4 is null and status <> 'not-at-risk'))
           and ($5::int is null or birth_year >= $5) and ($6::int is null or birth_year <= $6) and ($7::uuid is null or worker = $7)
           and ($8::int is null or (-score, found_on, id) > (-$8, $9::date, $10::uuid))
         order by score desc, found_on, id limit 51`,
        [
          city,
          body.ward ?? null,
          body.reason ?? null,
          body.status ?? null,
          body.bornFrom ?? null,
          body.bornTo ?? null,
          body.mine ? actor.id : null,
          body.after?.score ?? null,
          body.after?.foundOn ?? null,
          body.after?.id ?? null,
        ],
      );
      const shown = rows.slice(0, 50);
      const keys = await services.ledger.keys.find(
        tx,
        city,
        shown.map(({ person }) => person),
      );
      await note(
        'risks.child',
        shown.map(({ id }) => id),
        'children at risk',
      );
      const last = shown.at(-1);
      return {
        rows: shown.flatMap((row) => {
          const key = keys.get(row.person);
          if (!key) return [];
          const { name } = openJson(key, row.card, cardBinding(city, row.id)) as { name: string };
          return [
            {
              id: row.id,
              person: row.person,
              name,
              ward: row.ward,
              birthYear: row.birth_year,
              reasons: row.reasons,
              score: row.score,
              foundOn: row.found_on,
              status: row.status,
              worker: row.worker,
              dueOn: row.due_on,
            },
          ];
        }),
        next: rows.length > 50 && last ? { score: last.score, foundOn: last.found_on, id: last.id } : null,
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/risks/counts',
    summary: 'How many children are on the list, by ward, reason and status; no names',
    may: ['count', 'risks.child'],
    answer: Type.Object({
      total: Type.Integer(),
      wards: Type.Array(Type.Object({ ward: Maybe(Type.String()), n: Type.Integer() })),
      reasons: Type.Array(Type.Object({ reason: Type.String(), n: Type.Integer() })),
      statuses: Type.Array(Type.Object({ status: Type.String(), n: Type.Integer() })),
      planned: Type.Integer(),
    }),
    async handle({ tx, actor }) {
      const on = "from risks_child where city = $1 and cardinality(reasons) > 0 and status <> 'not-at-risk'";
      const [total, wards, reasons, byStatus, planned] = [
        await tx.query<{ n: number }>(`select count(*)::int as n ${on}`, [actor.city]),
        await tx.query<{ ward: string | null; n: number }>(`select ward, count(*)::int as n ${on} group by ward order by n desc, ward`, [
          actor.city,
        ]),
        await tx.query<{ reason: string; n: number }>(
          `select r as reason, count(*)::int as n from risks_child, unnest(reasons) r where city = $1 and status <> 'not-at-risk' group by r order by n desc, r`,
          [actor.city],
        ),
        await tx.query<{ status: string; n: number }>(`select status, count(*)::int as n ${on} group by status order by status`, [
          actor.city,
        ]),
        await tx.query<{ n: number }>(`select count(*)::int as n ${on} and worker = $2 and due_on is not null`, [actor.city, actor.id]),
      ];
      return { total: total.rows[0]!.n, wards: wards.rows, reasons: reasons.rows, statuses: byStatus.rows, planned: planned.rows[0]!.n };
    },
  }),
  route({
    method: 'GET',
    path: '/api/risks/rules',
    summary: 'The rules that hold, with their weights and numbers',
    may: ['count', 'risks.child'],
    answer: Type.Object({
      from: Type.String(),
      rules: Type.Array(Type.Object({ id: Type.String(), weight: Type.Integer(), parameters: Type.Record(Type.String(), Type.Number()) })),
    }),
    async handle({ tx, actor }) {
      const { rows } = await tx.query<{ country: string }>('select country from city where number = $1', [actor.city]);
      const { from, rules } = defaultRules(rows[0]!.country);
      return { from, rules: rules.map((rule) => ({ ...rule, parameters: { ...rule.parameters } })) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/risks/child/{id}',
    summary: 'A child on the list: each reason with the rows it rests on, and what people did',
    may: ['read', 'risks.child'],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      version: Type.Integer(),
      person: Type.String(),
      name: Type.String(),
      ward: Maybe(Type.String()),
      birthYear: Maybe(Type.Integer()),
      status: Type.String(),
      worker: Maybe(Type.String()),
      dueOn: Maybe(Type.String()),
      case: Maybe(Type.String()),
      reasons: Type.Array(
        Type.Object({
          rule: Type.String(),
          weight: Type.Integer(),
          since: Maybe(Type.String()),
          until: Maybe(Type.String()),
          sources: Type.Array(
            Type.Object({
              entry: Type.String(),
              register: Type.String(),
              row: Type.Integer(),
              importId: Type.String(),
              name: Type.String(),
            }),
          ),
        }),
      ),
      history: Type.Array(
        Type.Object({
          type: Type.String(),
          at: Type.String(),
          actor: Type.String(),
          on: Type.Optional(Type.String()),
          text: Type.Optional(Type.String()),
        }),
      ),
    }),
    async handle({ tx, actor, params, services, note }) {
      const { city } = actor;
      const found = await services.ledger.find<ChildState>(tx, city, 'risks.child', params.id);
      if (!found) throw new Refused(refuse('ledger.not-found'));
      const { state, version } = found;
      const entries = await services.ledger.findMany<EntryState>(tx, city, 'registers.entry', [
        ...new Set(state.reasons.flatMap(({ sources }) => sources)),
      ]);
      const history = await historyOf(tx, services.ledger.keys, city, params.id);
      await note('risks.child', [params.id], 'child at risk page');
      return {
        version,
        person: state.person,
        name: state.name,
        ward: state.ward,
        birthYear: state.birthYear,
        status: state.status,
        worker: state.worker,
        dueOn: state.dueOn,
        case: state.case,
        reasons: state.reasons.map(({ rule, weight, since, until, sources }) => ({
          rule,
          weight,
          since,
          until,
          sources: sources.flatMap((entry) => {
            const row = entries.get(entry)?.state;
            return row ? [{ entry, register: row.register, row: row.row, importId: row.importId, name: nameOf(row.values) }] : [];
          }),
        })),
        history: history.map(({ type, at, actor: by, fields: f }) => {
          const text = f['note'] ?? f['because'];
          return {
            type,
            at,
            actor: by,
            ...(typeof f['on'] === 'string' ? { on: f['on'] } : {}),
            ...(typeof text === 'string' ? { text } : {}),
          };
        }),
      };
    },
  }),
];
