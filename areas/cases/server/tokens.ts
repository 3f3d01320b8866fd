import { askedKeys, partKeys, searchKeys } from '@olle/names';
import type { View } from '../../../platform/ledger/view.ts';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import type { CaseState, ConcernState } from '../domain/index.ts';

const tokensOfKeys = (sealing: Sealing, city: number, keys: readonly string[]) =>
  keys.map((key) => sealing.blind(city, 'cases.search', key));

/** The keys of the words of a name, in any script. */
export const tokensOf = (sealing: Sealing, city: number, name: string): bigint[] => tokensOfKeys(sealing, city, searchKeys(name));

/** For each word of a text the keys of which a file has one, where the word is a part of its child's name. */
export const tokensAsked = (sealing: Sealing, city: number, text: string): bigint[][] =>
  askedKeys(text).map((keys) => tokensOfKeys(sealing, city, keys));

export const tokenView: View = {
  name: 'cases.tokens',
  ddl: `create table cases_token (city integer not null, token bigint not null, id uuid not null, kind text not null, whole boolean not null, primary key (city, token, id));
create index cases_token_id on cases_token (city, id);`,
  tables: ['cases_token'],
  kinds: ['cases.case', 'cases.concern'],
  revision: 2,
  async apply(tx, changes, sealing) {
    // A child is called in their file what they were called at first.
    const fresh = changes.filter(({ events }) => events.some(({ type }) => type === 'case-opened' || type === 'concern-raised'));
    if (fresh.length === 0) return;
    const found = fresh.flatMap(({ city, id, state, kind }) => {
      const { name } = state as CaseState | ConcernState;
      const whole = tokensOf(sealing, city, name);
      const parts = tokensOfKeys(sealing, city, partKeys(name));
      return [...whole, ...parts].map((token, i) => ({ token, id, kind, whole: i < whole.length }));
    });
    await tx.query(
      `insert into cases_token (city, token, id, kind, whole)
         select $1, t.* from unnest($2::bigint[], $3::uuid[], $4::text[], $5::boolean[]) t on conflict do nothing`,
      [tx.city, found.map(({ token }) => token), found.map(({ id }) => id), found.map(({ kind }) => kind), found.map(({ whole }) => whole)],
      { name: 'cases-tokens' },
    );
  },
};
