import { readFileSync } from 'node:fs';
import { searchKeys } from '@olle/names';
import type { View } from '../../../platform/ledger/view.ts';
import { type Sealing, sealJson } from '../../../platform/sealing/sealing.ts';
import { type CaseState, type ConcernState, nextDue } from '../domain/index.ts';

const [caseDdl, concernDdl, tokenDdl] = readFileSync(new URL('./views.sql', import.meta.url), 'utf8').split('-- next view') as [
  string,
  string,
  string,
];

export const caseBinding = (city: number, id: string) => `cases_case|${city}|${id}`;
export const concernBinding = (city: number, id: string) => `cases_concern|${city}|${id}`;

const cases: View = {
  name: 'cases.cases',
  ddl: caseDdl,
  tables: ['cases_case', 'cases_action'],
  kinds: ['cases.case'],
  refusals: { cases_case_one_open: 'cases.person-has-case' },
  revision: 2,
  async apply(tx, changes) {
    for (const { city, id, state, key, facts } of changes) {
      const s = state as CaseState;
      const open = s.status === 'open';
      await tx.query(
        `insert into cases_case (city, id, person, subject, status, worker, team, ward, risk_level, birth_year, opened_on, closed_on, due_on, open_actions, card)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         on conflict (city, id) do update set person = excluded.person, status = excluded.status, worker = excluded.worker, team = excluded.team, risk_level = excluded.risk_level,
           closed_on = excluded.closed_on, due_on = excluded.due_on, open_actions = excluded.open_actions, card = excluded.card`,
        [
          city,
          id,
          s.person,
          s.sealedFor ?? id,
          s.status,
          s.worker,
          facts['team'],
          s.ward,
          s.riskLevel,
          s.birthYear,
          s.openedOn,
          s.closedOn,
          open ? nextDue(s) : null,
          s.actions.filter(({ settled }) => !settled).length,
          sealJson(key, { name: s.name }, caseBinding(city, id)),
        ],
        { name: 'cases-case' },
      );
      await tx.query(
        `insert into cases_action select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::date[], $6::boolean[])
         on conflict (city, case_id, id) do update set waits = excluded.waits`,
        [
          city,
          id,
          s.actions.map((action) => action.id),
          s.actions.map(({ who }) => who),
          s.actions.map(({ due }) => due),
          s.actions.map(({ settled }) => open && !settled),
        ],
        { name: 'cases-actions' },
      );
    }
  },
};

const concerns: View = {
  name: 'cases.concerns',
  ddl: concernDdl,
  tables: ['cases_concern'],
  kinds: ['cases.concern'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state, key } of changes) {
      const s = state as ConcernState;
      await tx.query(
        `insert into cases_concern (city, id, person, subject, status, raised_by, raised_on, source, ward, birth_year, case_id, card)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (city, id) do update set person = excluded.person, status = excluded.status, case_id = excluded.case_id`,
        [
          city,
          id,
          s.person,
          s.sealedFor ?? id,
          s.status,
          s.raisedBy,
          s.raisedOn,
          s.source,
          s.ward,
          s.birthYear,
          s.case,
          sealJson(key, { name: s.name }, concernBinding(city, id)),
        ],
        { name: 'cases-concern' },
      );
    }
  },
};

/** The keys under which a file is found by its child's name, in any script. */
export const tokensOf = (sealing: Sealing, city: number, name: string): bigint[] =>
  [...new Set(searchKeys(name))].map((key) => sealing.blind(city, 'cases.search', key));

const tokens: View = {
  name: 'cases.tokens',
  ddl: tokenDdl,
  tables: ['cases_token'],
  kinds: ['cases.case', 'cases.concern'],
  revision: 1,
  async apply(tx, changes, sealing) {
    for (const { city, id, state, kind } of changes) {
      const found = tokensOf(sealing, city, (state as CaseState | ConcernState).name);
      await tx.query(
        'insert into cases_token (city, token, id, kind) select $1, token, $3, $4 from unnest($2::bigint[]) t(token) on conflict do nothing',
        [city, found, id, kind],
        { name: 'cases-tokens' },
      );
    }
  },
};

export const views: readonly View[] = [cases, concerns, tokens];
