import type { Holdings } from '../../../platform/http/holding.ts';
import { caseRecord, concernRecord, referralRecord, suspectRecord } from '../domain/index.ts';

interface Row {
  readonly kind: string;
  readonly id: string;
  readonly subject: string;
  readonly person: string | null;
  readonly status: string;
  readonly open: boolean;
}

/**
 * Cases and concerns about a person or sealed for one: also where the child was identified later, and concerns taken up in such a case of
 * which nobody said whom they are about; and what partners were told of the child in such a case. Of suspects only the records of somebody
 * who is this person himself, with those joined into one of them: who is suspected in a child's case is none of the child's records.
 */
export const holdings: Holdings = async (tx, { persons }) => {
  const { rows } = await tx.query<Row>(
    `with recursive found as materialized (
       select id, subject, person, status from cases_case where city = $1 and (person = any($2) or subject = any($2))),
     suspect (id) as (
       select id from cases_suspect where city = $1 and persons && $2::uuid[]
       union select s.id from suspect one join cases_suspect s on s.city = $1 and s.into_id = one.id)
     select $3::text as kind, id, subject, person, status, status = 'open' as open from found
     union all select $4, id, subject, person, status, status = 'open' from cases_concern
       where city = $1 and (person = any($2) or subject = any($2) or (person is null and case_id in (select id from found)))
     union all select $5, id, subject, null, status, status = 'open' from cases_referral
       where city = $1 and (subject = any($2) or case_id in (select id from found))
     union all select $6, s.id, s.id, s.persons[1], s.standing, exists (
         select from cases_suspect_case l join cases_case c on c.city = l.city and c.id = l.case_id and c.status = 'open'
         where l.city = s.city and l.suspect = s.id)
       from cases_suspect s where s.city = $1 and s.id in (select id from suspect) order by kind, id`,
    [tx.city, persons, caseRecord.kind, concernRecord.kind, referralRecord.kind, suspectRecord.kind],
  );
  return rows;
};
