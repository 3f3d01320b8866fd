import type { Holdings } from '../../../platform/http/holding.ts';
import { caseRecord, concernRecord, referralRecord } from '../domain/index.ts';

/**
 * Cases and concerns about a person or sealed for one: also where the child was identified later, and concerns taken up in such a case of
 * which nobody said whom they are about; and what partners were told of the child in such a case.
 */
export const holdings: Holdings = async (tx, { persons }) => {
  const { rows } = await tx.query<{ kind: string; id: string; subject: string; person: string | null; status: string }>(
    `with found as materialized (select id, subject, person, status from cases_case where city = $1 and (person = any($2) or subject = any($2)))
     select $3::text as kind, id, subject, person, status from found
     union all select $4, id, subject, person, status from cases_concern
       where city = $1 and (person = any($2) or subject = any($2) or (person is null and case_id in (select id from found)))
     union all select $5, id, subject, null, status from cases_referral
       where city = $1 and (subject = any($2) or case_id in (select id from found)) order by kind, id`,
    [tx.city, persons, caseRecord.kind, concernRecord.kind, referralRecord.kind],
  );
  return rows.map((row) => ({ ...row, open: row.status === 'open' }));
};
