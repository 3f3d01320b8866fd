import { searchKeys } from '@olle/names';
import type { View } from '../../../platform/ledger/view.ts';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import type { CaseState, ConcernState } from '../domain/index.ts';

/** The keys under which a file is found by its child's name, in any script. */
export const tokensOf = (sealing: Sealing, city: number, name: string): bigint[] =>
  [...new Set(searchKeys(name))].map((key) => sealing.blind(city, 'cases.search', key));

export const tokenView: View = {
  name: 'cases.tokens',
  ddl: `create table cases_token (city integer not null, token bigint not null, id uuid not null, kind text not null, primary key (city, token, id));
create index cases_token_id on cases_token (city, id);`,
  tables: ['cases_token'],
  kinds: ['cases.case', 'cases.concern'],
  revision: 1,
  async apply(tx, changes, sealing) {
    // A child is called in their file what they were called at first.
    const fresh = changes.filter(({ events }) => events.some(({ type }) => type === 'case-opened' || type === 'concern-raised'));
    if (fresh.length === 0) return;
    const found = fresh.flatMap(({ city, id, state, kind }) =>
      tokensOf(sealing, city, (state as CaseState | ConcernState).name).map((token) => ({ token, id, kind })),
    );
    await tx.query(
      'insert into cases_token (city, token, id, kind) select $1, t.* from unnest($2::bigint[], $3::uuid[], $4::text[]) t on conflict do nothing',
      [tx.city, found.map(({ token }) => token), found.map(({ id }) => id), found.map(({ kind }) => kind)],
      { name: 'cases-tokens' },
    );
  },
};
