import { askedKeys, joinedKeys, nameSimilarity, romanise, searchKeys } from '@olle/names';
import type { Tx } from '../../../platform/database/pool.ts';
import { route } from '../../../platform/http/area.ts';
import type { StoredRow } from '../../../platform/lists/server/table.ts';
import * as contract from '../contract/index.ts';
import { phoneKeys } from '../domain/index.ts';
import { columns, openCards } from './listed.ts';
import { numberKey, searchToken } from './views.ts';

/** Cards opened and ranked for one search; shown of them. */
const candidates = 200;
const shown = 50;
/** Words of a text that are looked for, the rarest first. */
const mostWords = 8;
/** A word that more people have than this is not looked for by itself: it finds half the city. */
const common = 2000;

const narrowed = (alias: string) => `${alias}.city = $1 and ($2::text is null or ${alias}.ward = $2)
  and ($3::int is null or ${alias}.birth_year >= $3) and ($4::int is null or ${alias}.birth_year <= $4)`;
const filter = `p.rows > 0 and ${narrowed('p')}`;

/** Words, the rarest first, with how many people have each: counted as far as it takes to know which is rarest. */
async function byRarity(tx: Tx, city: number, tokens: readonly bigint[]): Promise<{ token: string; n: number }[]> {
  for (let far = common; ; far *= 10) {
    const { rows } = await tx.query<{ token: string; n: number }>(
      `select t.token::text as token, (select count(*)::int from (select 1 from people_token p where p.city = $1 and p.token = t.token limit $3) few) as n
       from unnest($2::bigint[]) t(token) order by n, t.token`,
      [city, tokens, far + 1],
      { name: 'people-search-frequencies' },
    );
    if (rows[0]!.n <= far || rows.length === 1 || far >= 1_000_000) return rows.slice(0, mostWords);
  }
}

/** What is looked for, as tokens: its words; of each those of which a name that has it as a part has one; and its words joined two by two. */
interface Asked {
  readonly words: readonly bigint[];
  readonly parts: readonly (readonly bigint[])[];
  readonly joined: readonly bigint[];
}

/** People with all the words first, found by the rarest; where they are few, those who have them as parts of their names, and those with most of them. */
async function found(tx: Tx, city: number, { words, parts, joined }: Asked, given: readonly unknown[]): Promise<StoredRow[]> {
  const [rarest, ...others] = await byRarity(tx, city, words);
  // A subquery, not a join: of few people with the rarest word each is asked for the next, and lists of common words are never read through.
  const all = others.map(
    (_, i) => `and (select true from people_token o where o.city = $1 and o.token = $${i + 6}::bigint and o.person = t.person)`,
  );
  const whole = await tx.query<StoredRow>(
    `select ${columns} from people_token t join people_person p on p.city = t.city and p.id = t.person
     where t.token = $5 and ${narrowed('t')} ${all.join(' ')} limit ${candidates}`,
    [...given, rarest!.token, ...others.map(({ token }) => token)],
  );
  if (whole.rows.length >= shown) return whole.rows;
  // The longest word has the fewest names that begin so.
  const [longest, ...rest] = parts.slice(0, mostWords);
  const each = rest.map(
    (_, i) => `and exists (select 1 from people_token o where o.city = $1 and o.token = any($${i + 7}::bigint[]) and o.person = t.person)`,
  );
  const inPart = await tx.query<StoredRow>(
    `select ${columns} from people_person p where p.city = $1 and p.id in (
       select t.person from people_token t where t.token = any($5::bigint[]) and ${narrowed('t')} and t.person <> all($6::uuid[]) ${each.join(' ')}
       limit ${candidates})`,
    [...given, longest, whole.rows.map(({ id }) => id), ...rest],
  );
  const rows = [...whole.rows, ...inPart.rows];
  const rare = [rarest!, ...others].filter(({ n }) => n <= common).map(({ token }) => token);
  const some = [...rare, ...joined.map(String)];
  if (rows.length >= shown || others.length === 0 || some.length === 0) return rows;
  const most = await tx.query<StoredRow>(
    `select ${columns} from (
       select person, count(*) as n from people_token where city = $1 and token = any($5::bigint[]) and person <> all($6::uuid[]) group by person
     ) t join people_person p on p.city = $1 and p.id = t.person where ${filter} order by t.n desc, p.id limit ${candidates}`,
    [...given, some, rows.map(({ id }) => id)],
  );
  return [...rows, ...most.rows];
}

/** The words of a text, the longest first, each with the keys of names of which it is a part. */
const partsOf = (text: string) => askedKeys(text).sort(([a], [b]) => b!.length - a!.length);

export const searchRoute = route(contract.searchPeople, async ({ tx, actor, body, services, note }) => {
  const { city } = actor;
  const text = body.text.trim();
  const given = [city, body.ward ?? null, body.bornFrom ?? null, body.bornTo ?? null];
  const figures = romanise(text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''));
  const isNumber = /\d{5}/.test(figures);
  const tokensOf = (keys: Iterable<string>) => [...new Set(keys)].map((key) => searchToken(services.sealing, city, key));
  const tokens = tokensOf(isNumber ? [numberKey(figures), ...phoneKeys(text)] : searchKeys(text));
  const rows =
    tokens.length === 0
      ? (await tx.query<StoredRow>(`select ${columns} from people_person p where ${filter} order by p.id limit ${shown + 1}`, given)).rows
      : isNumber
        ? (
            await tx.query<StoredRow>(
              `select ${columns} from people_person p
                 where ${filter} and p.id in (select person from people_token where city = $1 and token = any($5::bigint[])) order by p.id limit ${candidates}`,
              [...given, tokens],
            )
          ).rows
        : await found(tx, city, { words: tokens, parts: partsOf(text).map(tokensOf), joined: tokensOf(joinedKeys(text)) }, given);
  const opened = await openCards(services, tx, rows);
  const ranked =
    tokens.length === 0 || isNumber
      ? opened
      : opened
          .map((one) => ({ one, alike: Math.max(...one.names.map((name) => nameSimilarity(name, text))) }))
          .sort((a, b) => b.alike - a.alike)
          .map(({ one }) => one);
  const answered = ranked.slice(0, body.most ?? shown);
  await note(
    'people.person',
    answered.map(({ id }) => id),
    'search',
  );
  return { rows: answered, more: ranked.length > answered.length };
});
