import { sql } from 'kysely';
import { Type } from 'typebox';
import { Id, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { listRoutes } from '../../../platform/lists/server/routes.ts';
import { ListTable } from '../../../platform/lists/server/table.ts';
import { casesOf, type SuspectState, saidOf, standings, suspectList, suspectRecord, suspectRoles } from '../domain/index.ts';
import { accountTokensOf, nameTokensOf, phoneTokensOf, tokensOfSuspect } from './tokens.ts';

export const suspectTable = new ListTable({
  name: 'suspects_suspect',
  columns: {
    ...suspectList.columns,
    /** 'suspected', 'cleared', or 'joined' into another record. */
    standing: oneOf(...standings),
    intoId: Maybe(Id),
    /** Who works on the cases that the suspect is connected to: they may see the record. */
    workers: Type.Array(Id),
    network: Type.Boolean(),
    /** The persons of the registers that the suspect is. */
    persons: Type.Array(Id),
  },
  indexes: {
    list: 'city, standing, network desc, noted_on desc, id desc',
    into: 'create index suspects_suspect_into on suspects_suspect (city, into_id) where into_id is not null',
  },
});

export const suspectView = suspectTable.view<SuspectState>({
  name: 'suspects.suspects',
  kind: suspectRecord.kind,
  revision: 3,
  row(state, { facts }) {
    const cases = casesOf(state).length;
    return {
      names: saidOf(state, 'name', 'alias'),
      roles: suspectRoles.filter((role) => (facts['roles'] as readonly string[]).includes(role)),
      workers: facts['workers'] as string[],
      cases,
      network: cases > 1,
      notedOn: state.notedOn,
      standing: state.standing,
      intoId: state.into,
      persons: [...new Set(state.persons.map(({ person }) => person))].sort(),
    };
  },
  beside: {
    ddl: `create table suspects_case (city integer not null, suspect uuid not null, case_id uuid not null, primary key (city, suspect, case_id));
create index suspects_case_case on suspects_case (city, case_id);
create table suspects_token (city integer not null, token bigint not null, id uuid not null, primary key (city, token, id));
create index suspects_token_id on suspects_token (city, id);`,
    tables: ['suspects_case', 'suspects_token'],
    recordIn: { suspects_case: 'suspect' },
    async apply(tx, changes, sealing) {
      for (const { city, id, state } of changes) {
        const cases = casesOf(state).map((one) => one.case);
        await tx.query('delete from suspects_case where city = $1 and suspect = $2 and not case_id = any($3)', [city, id, cases], {
          name: 'suspects-suspect-case-gone',
        });
        await tx.query(
          'insert into suspects_case select $1, $2, c from unnest($3::uuid[]) t(c) on conflict do nothing',
          [city, id, cases],
          {
            name: 'suspects-suspect-case',
          },
        );
        const tokens = tokensOfSuspect(sealing, city, state);
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
  },
});

export const suspectListRoutes = listRoutes({
  list: suspectList,
  table: suspectTable,
  why: 'list of suspects',
  means: {
    // Every word of a name, or the number or account as it is.
    text(text, { actor: { city }, services: { sealing } }) {
      const words = nameTokensOf(sealing, city, text);
      const exact = [...phoneTokensOf(sealing, city, text), ...accountTokensOf(sealing, city, text)];
      return sql`c.id in (select t.id from suspects_token t where t.city = ${city} and t.token = any(${[...words, ...exact]}::bigint[]) group by t.id
        having count(*) filter (where t.token = any(${words}::bigint[])) >= ${Math.max(1, words.length)} or bool_or(t.token = any(${exact}::bigint[])))`;
    },
  },
  // Few are found by what they are and sorted; many are walked in the order of the list.
  sortsFew: true,
  more: async (tx, scope) => {
    const [counted] = await tx.run<{ networks: number }>(sql`select count(*) filter (where c.network)::int as networks from ${scope}`);
    return counted!;
  },
});
