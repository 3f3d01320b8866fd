import { nameSimilarity, searchKeys } from '@olle/names';
import { Type } from 'typebox';
import type { Tx } from '../../../platform/database/pool.ts';
import { fields, Id, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type Services } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import { type Card, nameOf, type PairState, type PersonState } from '../domain/index.ts';
import { cardBinding } from './views.ts';

const Nullable = (schema: ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>) => Type.Union([schema, Type.Null()]);
const Listed = Type.Object({
  id: Type.String(),
  name: Type.String(),
  names: Type.Array(Type.String()),
  birthDate: Nullable(Type.String()),
  mother: Nullable(Type.String()),
  sex: Nullable(Type.String()),
  ward: Nullable(Type.String()),
  registers: Type.Array(Type.String()),
});
const Fields = Type.Array(Type.Object({ column: Type.String(), level: Type.Integer(), weight: Type.Number() }));
const Row = Type.Object({
  entry: Type.String(),
  register: Type.String(),
  importId: Type.String(),
  row: Type.Integer(),
  name: Type.String(),
  weight: Type.Number(),
  fields: Fields,
  values: Type.Record(Type.String(), Type.String()),
  lastChanged: Type.String(),
});

interface PersonRow {
  id: string;
  sex: string | null;
  ward: string | null;
  registers: string[];
  card: Buffer;
}

const columns = 'p.id, p.sex, p.ward, p.registers, p.card';
/** Candidates opened and ranked for one search. */
const candidates = 400;

/** Opens the cards of rows of people_person. */
export async function openCards(services: Services, tx: Tx, city: number, rows: readonly PersonRow[]) {
  const keys = await services.ledger.keys.find(
    tx,
    city,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const key = keys.get(row.id);
    if (!key) return [];
    const card = openJson(key, row.card, cardBinding(city, row.id)) as Card;
    return [
      {
        id: row.id,
        sex: row.sex,
        ward: row.ward,
        registers: row.registers,
        name: card.names[0] ?? '',
        names: [...card.names],
        birthDate: card.birthDate,
        mother: card.mother,
      },
    ];
  });
}

export const routes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/people/search',
    summary: 'People whose name sounds like the text, in any script, or who have the number; the most alike first',
    may: ['read', 'people.person'],
    shows: 'identity',
    body: fields({
      text: Type.String({ maxLength: 200 }),
      ward: Type.Optional(Type.String({ maxLength: 60 })),
      bornFrom: Type.Optional(Type.Integer()),
      bornTo: Type.Optional(Type.Integer()),
    }),
    answer: Type.Object({ rows: Type.Array(Listed), more: Type.Boolean() }),
    async handle({ tx, actor, body, services, note }) {
      const { city } = actor;
      const digits = body.text.replace(/[\s+()-]/g, '');
      const keys = /\d{5,}/.test(digits) ? [`#${digits.replace(/\W/g, '')}`] : searchKeys(body.text);
      const tokens = keys.map((key) => services.sealing.blind(city, 'people.search', key));
      const filter = `p.city = $1 and p.rows > 0 and ($2::text is null or p.ward = $2) and ($3::int is null or p.birth_year >= $3) and ($4::int is null or p.birth_year <= $4)`;
      const given = [city, body.ward ?? null, body.bornFrom ?? null, body.bornTo ?? null];
      const { rows } =
        tokens.length === 0
          ? await tx.query<PersonRow>(`select ${columns} from people_person p where ${filter} order by p.id limit 51`, given)
          : await tx.query<PersonRow>(
              `select ${columns} from people_person p
               join (select person from people_token where city = $1 and token = any($5) group by person having count(*) = $6) t on t.person = p.id
               where ${filter} limit ${candidates}`,
              [...given, tokens, tokens.length],
            );
      const opened = await openCards(services, tx, city, rows);
      const ranked =
        tokens.length === 0 || keys[0]!.startsWith('#')
          ? opened
          : opened
              .map((one) => ({ one, alike: Math.max(...one.names.map((name) => nameSimilarity(name, body.text))) }))
              .sort((a, b) => b.alike - a.alike)
              .map(({ one }) => one);
      const shown = ranked.slice(0, 50);
      await note(
        'people.person',
        shown.map(({ id }) => id),
        'search',
      );
      return { rows: shown, more: ranked.length > 50 };
    },
  }),
  route({
    method: 'GET',
    path: '/api/people/person/{id}',
    summary: 'A person: names, rows of registers and why they are thought to be one person, household',
    may: ['read', 'people.person'],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      ...Listed.properties,
      father: Nullable(Type.String()),
      phones: Type.Array(Type.String()),
      address: Nullable(Type.String()),
      rows: Type.Array(Row),
      household: Type.Array(Listed),
    }),
    async handle({ tx, actor, params, services, note }) {
      const { city } = actor;
      const found = await services.ledger.find<PersonState>(tx, city, 'people.person', params.id);
      if (!found) throw new Refused(refuse('ledger.not-found'));
      const { state } = found;
      const entries = await services.ledger.findMany<EntryState>(
        tx,
        city,
        'registers.entry',
        state.members.map(({ entry }) => entry),
      );
      const others = state.household
        ? (
            await tx.query<PersonRow>(
              `select ${columns} from people_person p where p.city = $1 and p.household = $2 and p.rows > 0 and p.id <> $3 order by p.birth_year nulls last limit 40`,
              [city, state.household, params.id],
            )
          ).rows
        : [];
      const household = await openCards(services, tx, city, others);
      await note('people.person', [params.id, ...household.map(({ id }) => id)], 'person page');
      return {
        id: params.id,
        name: state.card.names[0] ?? '',
        names: [...state.card.names],
        birthDate: state.card.birthDate,
        mother: state.card.mother,
        father: state.card.father,
        phones: [...state.card.phones],
        address: state.card.address,
        sex: state.sex,
        ward: state.ward,
        registers: [...new Set(state.members.map(({ register }) => register))],
        household,
        rows: state.members.flatMap(({ entry, register, weight, fields: why }) => {
          const row = entries.get(entry)?.state;
          return row
            ? [
                {
                  entry,
                  register,
                  importId: row.importId,
                  row: row.row,
                  name: nameOf(row.values),
                  weight,
                  fields: why.map((field) => ({ ...field })),
                  values: row.values as Record<string, string>,
                  lastChanged: row.lastChanged,
                },
              ]
            : [];
        }),
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/people/review',
    summary: 'Pairs of rows that a person should judge, the likeliest first',
    may: ['judge', 'people.pair'],
    shows: 'identity',
    answer: Type.Object({
      waiting: Type.Integer(),
      pairs: Type.Array(
        Type.Object({
          id: Type.String(),
          a: Type.String(),
          b: Type.String(),
          weight: Type.Number(),
          probability: Type.Number(),
          fields: Fields,
          left: Row,
          right: Row,
        }),
      ),
    }),
    async handle({ tx, actor, services, note }) {
      const { city } = actor;
      // Pairs that were put off come after those that nobody has seen.
      const { rows } = await tx.query<{ id: string }>(
        "select id from people_pair where city = $1 and status in ('open', 'later') order by status desc, weight desc, id limit 20",
        [city],
      );
      const waiting = await tx.query<{ n: number }>(
        "select count(*)::int as n from people_pair where city = $1 and status in ('open', 'later')",
        [city],
      );
      const states = await services.ledger.findMany<PairState>(
        tx,
        city,
        'people.pair',
        rows.map(({ id }) => id),
      );
      const entries = await services.ledger.findMany<EntryState>(
        tx,
        city,
        'registers.entry',
        [...states.values()].flatMap(({ state }) => [state.a, state.b]),
      );
      const rowOf = (entry: string) => {
        const row = entries.get(entry)?.state;
        return (
          row && {
            entry,
            register: row.register,
            importId: row.importId,
            row: row.row,
            name: nameOf(row.values),
            weight: 0,
            fields: [],
            values: row.values as Record<string, string>,
            lastChanged: row.lastChanged,
          }
        );
      };
      await note(
        'people.pair',
        rows.map(({ id }) => id),
        'review',
      );
      return {
        waiting: waiting.rows[0]!.n,
        pairs: rows.flatMap(({ id }) => {
          const pair = states.get(id)?.state;
          const [left, right] = pair ? [rowOf(pair.a), rowOf(pair.b)] : [];
          return pair && left && right
            ? [
                {
                  id,
                  a: pair.a,
                  b: pair.b,
                  weight: pair.weight,
                  probability: pair.probability,
                  fields: pair.fields.map((field) => ({ ...field })),
                  left,
                  right,
                },
              ]
            : [];
        }),
      };
    },
  }),
];
