import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, IsoDate, oneOf } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import { ruleIds } from '../domain/index.ts';
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
  rank: number;
  found_on: string;
  status: string;
  worker: string | null;
  due_on: string | null;
  card: Buffer;
};
const statuses = ['new', 'visit-planned', 'seen', 'not-at-risk', 'case'] as const;
const Age = Type.Integer({ minimum: 0, maximum: 120 });
const Year = Type.Integer({ minimum: 1900, maximum: 2200 });
const pageSize = 50;

export const listRoutes: readonly AnyRoute[] = [
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
      bornFrom: Type.Optional(Year),
      bornTo: Type.Optional(Year),
      ageFrom: Type.Optional(Age),
      ageTo: Type.Optional(Age),
      since: Type.Optional(IsoDate),
      mine: Type.Optional(Type.Boolean()),
      after: Type.Optional(fields({ score: Type.Integer({ minimum: 0, maximum: 100_000 }), foundOn: IsoDate, id: Id })),
    }),
    answer: Type.Object({
      rows: Type.Array(Listed),
      next: Maybe(Type.Object({ score: Type.Integer(), foundOn: Type.String(), id: Type.String() })),
    }),
    async handle({ tx, actor, body, services, note, where }) {
      const { city } = actor;
      const { ward, reason, status, since, mine, after } = body;
      const year = Number((await services.ledger.today(tx, city)).slice(0, 4));
      // Who is of an age this year was born in one of two years.
      const born = {
        from: Math.max(body.bornFrom ?? 0, body.ageTo === undefined ? 0 : year - body.ageTo - 1),
        to: Math.min(body.bornTo ?? 9999, body.ageFrom === undefined ? 9999 : year - body.ageFrom),
      };
      // Order and paging by the table whose index knows the reason, where one is asked for.
      const o = sql.raw(reason === undefined ? 'c' : 'r');
      const id = sql.raw(reason === undefined ? 'c.id' : 'r.child');
      const conditions = [
        sql<boolean>`${o}.city = ${city}`,
        where('read', 'risks.child', 'c'),
        status === undefined ? sql<boolean>`${o}.listed` : sql<boolean>`c.status = ${status} and c.reasons <> '{}'`,
        ...(reason === undefined ? [] : [sql<boolean>`r.reason = ${reason}`]),
        ...(ward === undefined ? [] : [sql<boolean>`c.ward = ${ward}`]),
        ...(born.from > 0 ? [sql<boolean>`c.birth_year >= ${born.from}`] : []),
        ...(born.to < 9999 ? [sql<boolean>`c.birth_year <= ${born.to}`] : []),
        ...(since === undefined ? [] : [sql<boolean>`${o}.found_on >= ${since}`]),
        ...(mine ? [sql<boolean>`c.worker = ${actor.id}`] : []),
        ...(after ? [sql<boolean>`(${o}.rank, ${o}.found_on, ${id}) > (${-after.score}, ${after.foundOn}::date, ${after.id}::uuid)`] : []),
      ];
      const from = reason === undefined ? sql`risks_child c` : sql`risks_reason r join risks_child c on c.city = r.city and c.id = r.child`;
      const rows = await tx.run<Row>(
        sql<Row>`select c.id, c.person, c.ward, c.birth_year, c.reasons, c.rank, c.found_on, c.status, c.worker, c.due_on, c.card from ${from}
         where ${sql.join(conditions, sql` and `)} order by ${o}.rank, ${o}.found_on, ${id} limit ${pageSize + 1}`,
      );
      const shown = rows.slice(0, pageSize);
      const keys = await services.ledger.keys.find(
        tx,
        city,
        shown.map(({ person }) => person),
      );
      await note(
        'risks.child',
        shown.map((row) => row.id),
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
              score: -row.rank,
              foundOn: row.found_on,
              status: row.status,
              worker: row.worker,
              dueOn: row.due_on,
            },
          ];
        }),
        next: rows.length > pageSize && last ? { score: -last.rank, foundOn: last.found_on, id: last.id } : null,
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
    async handle({ tx, actor: { city, id } }) {
      const { rows } = await tx.query<{ ward: string | null; status: string; n: number }>(
        'select ward, status, count(*)::int as n from risks_child where city = $1 and listed group by ward, status',
        [city],
      );
      const reasons = await tx.query<{ reason: string; n: number }>(
        'select reason, count(*)::int as n from risks_reason where city = $1 and listed group by reason order by n desc, reason',
        [city],
      );
      const sumBy = <K>(keyOf: (row: (typeof rows)[number]) => K) => {
        const sums = new Map<K, number>();
        for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.n);
        return [...sums].sort(([a, n], [b, m]) => m - n || String(a).localeCompare(String(b), 'en', { numeric: true }));
      };
      const planned = await tx.query<{ n: number }>(
        "select count(*)::int as n from risks_child where city = $1 and status = 'visit-planned' and worker = $2 and due_on is not null",
        [city, id],
      );
      return {
        total: rows.reduce((sum, { n }) => sum + n, 0),
        wards: sumBy(({ ward }) => ward).map(([ward, n]) => ({ ward, n })),
        reasons: reasons.rows,
        statuses: sumBy(({ status }) => status).map(([status, n]) => ({ status, n })),
        planned: planned.rows[0]!.n,
      };
    },
  }),
];
