import { nameSimilarity } from '@olle/names';
import { sql } from 'kysely';
import { type Call, route } from '../../../platform/http/area.ts';
import type { StoredRow } from '../../../platform/lists/server/table.ts';
import { alike } from '../../cases/server/readers.ts';
import { type AlikeSuspect, findAlike } from '../contract/index.ts';
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

/** Suspects who may be the one so told of: by the same number, or by a name that sounds alike. All that are found are noted. */
export async function suspectsLike(
  { tx, actor: { city }, services, note, where }: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'services' | 'note' | 'where'>,
  { names, phones, accounts }: Telling,
  except?: string,
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
  // Also of those that are not the reader's to see: that somebody asked whether there is one should be known.
  const ids = found.map(({ one }) => one.id);
  await note('suspects.suspect', ids, 'search for the same suspect');
  return found.map(({ one: { id, names: called, roles, standing, cases, workers }, number }): AlikeSuspect => {
    const shown = readableOf.get(id) ? { id, names: called, roles } : { id: null, names: [], roles: [] };
    return { ...shown, standing, cases, workers, why: number ? 'number' : 'name' };
  });
}

export const alikeRoute = route(findAlike, async (call) => ({ rows: await suspectsLike(call, call.body) }));
