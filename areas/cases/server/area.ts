import { readFileSync } from 'node:fs';
import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import type { View } from '../../../platform/ledger/view.ts';
import { sealJson } from '../../../platform/sealing/sealing.ts';
import { type CaseState, caseRecord, nextDue, policy, problems } from '../domain/index.ts';
import { cardBinding, routes } from './routes.ts';

const view: View = {
  name: 'cases.cases',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['cases_case'],
  kinds: ['cases.case'],
  refusals: { cases_case_one_open: 'cases.person-has-case' },
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state, key } of changes) {
      const s = state as CaseState;
      await tx.query(
        `insert into cases_case (city, id, person, subject, status, worker, ward, risk_level, birth_year, opened_on, closed_on, due_on, open_actions, card) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (city, id) do update set status = excluded.status, worker = excluded.worker, risk_level = excluded.risk_level, closed_on = excluded.closed_on, due_on = excluded.due_on,
           open_actions = excluded.open_actions, card = excluded.card`,
        [
          city,
          id,
          s.person,
          s.person ?? id,
          s.status,
          s.worker,
          s.ward,
          s.riskLevel,
          s.birthYear,
          s.openedOn,
          s.closedOn,
          s.status === 'open' ? nextDue(s) : null,
          s.actions.filter(({ settled }) => !settled).length,
          sealJson(key, { name: s.name }, cardBinding(city, id)),
        ],
        { name: 'cases-case' },
      );
    }
  },
};

export const cases: ServerArea = {
  name: 'cases',
  records: [caseRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [view],
  routes,
};
