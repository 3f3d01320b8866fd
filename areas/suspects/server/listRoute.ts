import { type RawBuilder, sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, IsoDate, Line, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import { suspectRoles } from '../domain/index.ts';
import { accountTokensOf, nameTokensOf, phoneTokensOf } from './tokens.ts';
import { type SuspectCard, suspectBinding } from './view.ts';

const pageSize = 50;
/** Up to so many are sorted for each page. */
const few = 2000;

interface Row {
  readonly id: string;
  readonly roles: string[];
  readonly cases: number;
  readonly network: boolean;
  readonly noted_on: string;
  readonly card: Buffer;
}

export const suspectListRoute = route({
  method: 'POST',
  path: '/api/suspects/list',
  summary: 'Suspects that the reader may see: those in two or more cases first, then who was noted last; found by a name or number',
  may: ['read', 'suspects.suspect'],
  shows: 'identity',
  body: fields({
    standing: Type.Optional(oneOf('suspected', 'cleared')),
    role: Type.Optional(oneOf(...suspectRoles)),
    /** A name or a part of it in any script, a telephone number, or an account. */
    text: Type.Optional(Line),
    after: Type.Optional(fields({ network: Type.Boolean(), on: IsoDate, id: Id })),
  }),
  answer: Type.Object({
    rows: Type.Array(
      Type.Object({
        id: Type.String(),
        names: Type.Array(Type.String()),
        bornAbout: Maybe(Type.Integer()),
        roles: Type.Array(Type.String()),
        cases: Type.Integer(),
        notedOn: Type.String(),
      }),
    ),
    next: Maybe(Type.Object({ network: Type.Boolean(), on: Type.String(), id: Type.String() })),
    total: Type.Integer(),
    networks: Type.Integer(),
  }),
  async handle({ tx, actor: { city }, body, services: { sealing, ledger }, note, where }) {
    const { standing = 'suspected', role, text, after } = body;
    const asked: RawBuilder<boolean>[] = [];
    if (text !== undefined) {
      // Every word of a name, or the number or account as it is.
      const words = nameTokensOf(sealing, city, text);
      const exact = [...phoneTokensOf(sealing, city, text), ...accountTokensOf(sealing, city, text)];
      asked.push(
        sql<boolean>`s.id in (select t.id from suspects_token t where t.city = ${city} and t.token = any(${[...words, ...exact]}::bigint[]) group by t.id
          having count(*) filter (where t.token = any(${words}::bigint[])) >= ${Math.max(1, words.length)} or bool_or(t.token = any(${exact}::bigint[])))`,
      );
    }
    if (role !== undefined) asked.push(sql<boolean>`${role} = any(s.roles)`);
    const scope = sql.join(
      [sql<boolean>`s.city = ${city} and s.standing = ${standing}`, where('read', 'suspects.suspect', 's'), ...asked],
      sql` and `,
    );
    const beyond = after ? sql<boolean>`(s.network, s.noted_on, s.id) < (${after.network}, ${after.on}::date, ${after.id}::uuid)` : sql<boolean>`true`; // biome-ignore format: one thought
    const [counted] = await tx.run<{ total: number; networks: number }>(
      sql`select count(*)::int as total, count(*) filter (where s.network)::int as networks from suspects_suspect s where ${scope}`,
    );
    // Few are found by what they are and sorted; many are walked in the order of the list.
    const fence = counted!.total < few ? sql`offset 0` : sql``;
    const rows = await tx.run<Row>(
      sql`select s.* from (select s.id, s.roles, s.cases, s.network, s.noted_on, s.card from suspects_suspect s where ${scope} and ${beyond} ${fence}) s
          order by s.network desc, s.noted_on desc, s.id desc limit ${pageSize + 1}`,
    );
    const shown = rows.slice(0, pageSize);
    const ids = shown.map(({ id }) => id);
    await note('suspects.suspect', ids, 'list of suspects');
    const keys = await ledger.keys.find(tx, city, ids);
    const last = shown.at(-1);
    return {
      ...counted!,
      next: rows.length > pageSize && last ? { network: last.network, on: last.noted_on, id: last.id } : null,
      rows: shown.flatMap(({ id, roles, cases, noted_on, card }) => {
        const key = keys.get(id);
        if (!key) return [];
        const { names, bornAbout } = openJson(key, card, suspectBinding(city, id)) as SuspectCard;
        return [{ id, names: [...names], bornAbout, roles, cases, notedOn: noted_on }];
      }),
    };
  },
});
