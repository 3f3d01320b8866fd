import type { Holdings } from '../../../platform/http/holding.ts';
import { suspectRecord } from '../domain/index.ts';

interface Row {
  readonly kind: string;
  readonly id: string;
  readonly subject: string;
  readonly person: string | null;
  readonly status: string;
  readonly open: boolean;
}

/**
 * The records of a suspect who is this person, with those joined into one of them. Who is suspected in a child's case is none of the child's
 * records.
 */
export const holdings: Holdings = async (tx, { persons }) => {
  const { rows } = await tx.query<Row>(
    `with recursive suspect (id) as (
       select id from suspects_suspect where city = $1 and persons && $2::uuid[]
       union select s.id from suspect one join suspects_suspect s on s.city = $1 and s.into_id = one.id)
     select $3::text as kind, s.id, s.id as subject, s.persons[1] as person, s.standing as status, exists (
         select from suspects_case l join cases_case c on c.city = l.city and c.id = l.case_id and c.status = 'open'
         where l.city = s.city and l.suspect = s.id) as open
       from suspects_suspect s where s.city = $1 and s.id in (select id from suspect) order by s.id`,
    [tx.city, persons, suspectRecord.kind],
  );
  return rows;
};
