import { Type } from 'typebox';
import type { Tx } from '../../../platform/database/pool.ts';
import { route } from '../../../platform/http/area.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import type { PairState } from '../domain/index.ts';
import { Fields, Row, shownRow } from './registerRows.ts';

async function countWaiting(tx: Tx, city: number): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    "select count(*)::int as n from people_pair where city = $1 and status in ('open', 'later')",
    [city],
  );
  return rows[0]!.n;
}

/** Only how many: nobody's rows are opened for a figure on the first screen. */
export const waitingRoute = route({
  method: 'GET',
  path: '/api/people/review/waiting',
  summary: 'How many pairs of rows wait to be judged',
  may: ['judge', 'people.pair'],
  answer: Type.Object({ waiting: Type.Integer() }),
  handle: async ({ tx, actor }) => ({ waiting: await countWaiting(tx, actor.city) }),
});

const pairs = 20;
/** Where a page ended: status, weight and id of its last pair. */
const After = '^(open|later)_-?\\d+(\\.\\d+)?(e-?\\d+)?_[0-9a-f-]{36}$';

export const reviewRoute = route({
  method: 'GET',
  path: '/api/people/review',
  summary: 'Pairs of rows that a person should judge: those put off last, else the likeliest first; a page from where `after` says',
  may: ['judge', 'people.pair'],
  shows: 'identity',
  query: Type.Object({ after: Type.Optional(Type.String({ pattern: After })) }),
  answer: Type.Object({
    waiting: Type.Integer(),
    /** Give it back as `after` for the next page; null where this is the last. */
    next: Type.Union([Type.String(), Type.Null()]),
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
  async handle({ tx, actor, query, services, note }) {
    const { city } = actor;
    const [status, weight, id] = query.after?.split('_') ?? [];
    const { rows } = await tx.query<{ id: string; status: string; weight: number }>(
      `select id, status, weight from people_pair where city = $1 and status in ('open', 'later')
         and ($2::text is null or status < $2 or (status = $2 and (weight < $3::float8 or (weight = $3::float8 and id > $4::uuid))))
       order by status desc, weight desc, id limit $5`,
      [city, status ?? null, weight ?? null, id ?? null, pairs + 1],
    );
    const page = rows.slice(0, pairs);
    const last = rows.length > pairs ? page.at(-1)! : undefined;
    const states = await services.ledger.findMany<PairState>(tx, city, 'people.pair', page.map((row) => row.id)); // biome-ignore format: one call
    const entries = await services.ledger.findMany<EntryState>(
      tx,
      city,
      'registers.entry',
      [...states.values()].flatMap(({ state }) => [state.a, state.b]),
    );
    await note(
      'people.pair',
      page.map((row) => row.id),
      'review',
    );
    return {
      waiting: await countWaiting(tx, city),
      next: last ? `${last.status}_${last.weight}_${last.id}` : null,
      pairs: page.flatMap((row) => {
        const pair = states.get(row.id)?.state;
        const [left, right] = [entries.get(pair?.a ?? '')?.state, entries.get(pair?.b ?? '')?.state];
        if (!pair || !left || !right) return [];
        const { a, b, probability } = pair;
        const why = pair.fields.map((field) => ({ ...field }));
        return [{ id: row.id, a, b, weight: pair.weight, probability, fields: why, left: shownRow(a, left), right: shownRow(b, right) }];
      }),
    };
  },
});
