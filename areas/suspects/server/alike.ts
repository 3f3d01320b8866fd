import { nameSimilarity } from '@olle/names';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, Line, Maybe } from '../../../platform/decider/index.ts';
import { type Call, route } from '../../../platform/http/area.ts';
import type { StoredRow } from '../../../platform/lists/server/table.ts';
import { alike } from '../../cases/server/readers.ts';
import { suspectTable } from './suspectList.ts';
import { accountTokensOf, nameTokensOf, phoneTokensOf } from './tokens.ts';

/** Records looked at for one name; more shown would help nobody. */
const candidates = 200;
const shownAtMost = 20;

interface Telling {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly accounts: readonly string[];
}

export const Alike = Type.Object({
  /** Null where he is not the reader's to see: then he only knows whom to call. */
  id: Maybe(Type.String()),
  names: Type.Array(Type.String()),
  bornAbout: Maybe(Type.Integer()),
  roles: Type.Array(Type.String()),
  standing: Type.String(),
  cases: Type.Integer(),
  workers: Type.Array(Type.String()),
  /** `number` (the same telephone or account: a strong sign) or `name`. */
  why: Type.String(),
});

/** Suspects who may be the one so told of: by the same number, or by a name that sounds alike. All that are found are noted. */
export async function suspectsLike(
  { tx, actor: { city }, services, note, where }: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'services' | 'note' | 'where'>,
  { names, phones, accounts }: Telling,
  except: string | undefined,
) {
  const { sealing } = services;
  const exact = [
    ...phones.flatMap((phone) => phoneTokensOf(sealing, city, phone)),
    ...accounts.flatMap((account) => accountTokensOf(sealing, city, account)),
  ];
  const { rows: numbers } = await tx.query<{ id: string }>(
    'select distinct id from suspects_token where city = $1 and token = any($2) order by id limit $3',
    [city, exact, candidates],
    { name: 'suspects-suspect-same-number' },
  );
  const byNumber = new Set(numbers.map(({ id }) => id));
  const byName = new Set<string>();
  for (const name of names) {
    const tokens = nameTokensOf(sealing, city, name);
    // Two of its words, or its only one.
    const { rows } = await tx.query<{ id: string }>(
      'select id from suspects_token where city = $1 and token = any($2) group by id having count(*) >= $3 order by count(*) desc, id limit $4',
      [city, tokens, Math.max(1, Math.min(2, tokens.length)), candidates],
      { name: 'suspects-suspect-like-named' },
    );
    for (const { id } of rows) byName.add(id);
  }
  // Whoever was cleared is found by supervisors alone; what they may read says so.
  const rows = await tx.run<StoredRow & { readonly standing: string; readonly readable: boolean }>(
    sql`select s.*, ${where('read', 'suspects.suspect', 's')} as readable from suspects_suspect s
        where s.city = ${city} and s.id = any(${[...byNumber, ...byName]}::uuid[]) and s.standing <> 'joined'`,
  );
  const seen = rows.filter(({ id, standing, readable }) => id !== except && (readable || standing === 'suspected'));
  const readableOf = new Map(seen.map(({ id, readable }) => [id, readable]));
  const found = (await suspectTable.open(services, tx, seen))
    .map((one) => {
      const likeness = Math.max(0, ...one.names.flatMap((name) => names.map((other) => nameSimilarity(name, other))));
      return { one, likeness, number: byNumber.has(one.id) };
    })
    .filter(({ likeness, number }) => number || likeness >= alike)
    .sort((a, b) => Number(b.number) - Number(a.number) || b.likeness - a.likeness || (a.one.id < b.one.id ? -1 : 1))
    .slice(0, shownAtMost);
  // Also of those that are not his to see: that somebody asked whether there is one should be known.
  await note('suspects.suspect', found.map(({ one }) => one.id), 'search for the same suspect'); // biome-ignore format: one call
  return found.map(({ one: { id, names: called, bornAbout, roles, standing, cases, workers }, number }) => {
    const why = number ? 'number' : 'name';
    return readableOf.get(id)
      ? { id, names: [...called], bornAbout, roles: [...roles], standing, cases, workers: [...workers], why }
      : { id: null, names: [], bornAbout: null, roles: [], standing, cases, workers: [...workers], why };
  });
}

const Texts = Type.Array(Line, { maxItems: 10 });
export const alikeRoute = route({
  method: 'POST',
  path: '/api/suspects/alike',
  summary: 'Suspects who may be the same man, before a second record of him is made: by a name that sounds alike, a number or an account',
  may: ['note', 'suspects.suspect'],
  shows: 'identity',
  body: fields({ names: Texts, phones: Texts, accounts: Texts, except: Type.Optional(Id) }),
  answer: Type.Object({ rows: Type.Array(Alike) }),
  handle: async (call) => ({ rows: await suspectsLike(call, call.body, call.body.except) }),
});
