import { readFileSync } from 'node:fs';
import type { View } from '../../../platform/ledger/view.ts';
import { phoneKey, searchPurpose } from '../../people/domain/index.ts';
import { type CaseState, doNotCallNumbers } from '../domain/index.ts';
import { caseView } from './list/caseList.ts';
import { concernView } from './list/concernList.ts';
import { tokenView } from './tokens.ts';

const safeContact: View = {
  name: 'cases.safe-contact',
  ddl: readFileSync(new URL('./safeContact.sql', import.meta.url), 'utf8'),
  tables: ['cases_safe_contact', 'cases_do_not_call'],
  recordIn: { cases_safe_contact: 'case_id', cases_do_not_call: 'case_id' },
  kinds: ['cases.case'],
  revision: 2,
  async apply(tx, changes, sealing) {
    // A case opened in error says nothing of a child.
    const meant = changes.filter(({ state }) => (state as CaseState).closeReason !== 'opened-in-error');
    const forbidden = meant.flatMap(({ id, state }) => {
      const { person, safeguards } = state as CaseState;
      return safeguards.contact?.notAtHome && person ? [{ id, person }] : [];
    });
    const ids = changes.map(({ id }) => id);
    await tx.query(
      `with forbidden as (select * from unnest($3::uuid[], $4::uuid[]) f(case_id, person)),
         gone as (
           delete from cases_safe_contact where city = $1 and case_id = any($2) and case_id not in (select case_id from forbidden))
       insert into cases_safe_contact (city, case_id, person) select $1, f.* from forbidden f
       on conflict (city, case_id) do update set person = excluded.person`,
      [tx.city, ids, forbidden.map(({ id }) => id), forbidden.map(({ person }) => person)],
      { name: 'cases-safe-contact' },
    );
    const numbers = meant.flatMap(({ id, state }) =>
      doNotCallNumbers(state as CaseState).map((number) => ({ id, token: sealing.blind(tx.city, searchPurpose, phoneKey(number)) })),
    );
    await tx.query(
      `with forbidden as (select * from unnest($3::uuid[], $4::bigint[]) f(case_id, token)),
         gone as (
           delete from cases_do_not_call n where city = $1 and case_id = any($2)
             and not exists (select from forbidden f where f.case_id = n.case_id and f.token = n.token))
       insert into cases_do_not_call (city, case_id, token) select $1, f.* from forbidden f on conflict do nothing`,
      [tx.city, ids, numbers.map(({ id }) => id), numbers.map(({ token }) => token)],
      { name: 'cases-do-not-call-keep' },
    );
  },
};

export const views: readonly View[] = [caseView, concernView, tokenView, safeContact];
