import { readFileSync } from 'node:fs';
import type { View } from '../../../platform/ledger/view.ts';
import { sealJson } from '../../../platform/sealing/sealing.ts';
import { casesOf, type SuspectState, saidOf } from '../domain/index.ts';
import { tokensOfSuspect } from './tokens.ts';

export const suspectBinding = (city: number, id: string) => `suspects_suspect|${city}|${id}`;

/** What a list shows of a suspect, sealed. */
export interface SuspectCard {
  readonly names: readonly string[];
  readonly bornAbout: number | null;
}

export const suspects: View = {
  name: 'suspects.suspects',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['suspects_suspect', 'suspects_case', 'suspects_token'],
  recordIn: { suspects_case: 'suspect' },
  kinds: ['suspects.suspect'],
  revision: 1,
  async apply(tx, changes, sealing) {
    for (const { city, id, state, key, facts } of changes) {
      const s = state as SuspectState;
      const cases = casesOf(s).map((one) => one.case);
      const card: SuspectCard = { names: saidOf(s, 'name', 'alias'), bornAbout: s.bornAbout };
      const persons = [...new Set(s.persons.map(({ person }) => person))].sort();
      await tx.query(
        `insert into suspects_suspect values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (city, id) do update set standing = excluded.standing, into_id = excluded.into_id, roles = excluded.roles,
           workers = excluded.workers, cases = excluded.cases, network = excluded.network, persons = excluded.persons, card = excluded.card`,
        [
          ...[city, id, s.standing, s.into, facts['roles'], facts['workers'], cases.length, cases.length > 1, s.notedOn, persons],
          sealJson(key, card, suspectBinding(city, id)),
        ],
        { name: 'suspects-suspect' },
      );
      await tx.query('delete from suspects_case where city = $1 and suspect = $2 and not case_id = any($3)', [city, id, cases], {
        name: 'suspects-suspect-case-gone',
      });
      await tx.query('insert into suspects_case select $1, $2, c from unnest($3::uuid[]) t(c) on conflict do nothing', [city, id, cases], {
        name: 'suspects-suspect-case',
      });
      const tokens = tokensOfSuspect(sealing, city, s);
      await tx.query('delete from suspects_token where city = $1 and id = $2 and not token = any($3)', [city, id, tokens], {
        name: 'suspects-suspect-token-gone',
      });
      await tx.query(
        'insert into suspects_token (city, token, id) select $1, t, $2 from unnest($3::bigint[]) u(t) on conflict do nothing',
        [city, id, tokens],
        { name: 'suspects-suspect-token' },
      );
    }
  },
};
