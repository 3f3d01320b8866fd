import { sql } from 'kysely';
import type { Holdings } from '../../../platform/http/holding.ts';
import { ofCases } from '../../cases/server/readers.ts';
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
  return await tx.run<Row>(
    sql`with recursive suspect (id) as (
       select id from suspects_suspect where city = ${tx.city} and persons && ${persons}::uuid[]
       union select s.id from suspect one join suspects_suspect s on s.city = ${tx.city} and s.into_id = one.id)
     select ${suspectRecord.kind}::text as kind, s.id, s.id as subject, s.persons[1] as person, s.standing as status, exists (
         select from suspects_case l join ${ofCases} on c.city = l.city and c.id = l.case_id and c.status = 'open'
         where l.city = s.city and l.suspect = s.id) as open
       from suspects_suspect s where s.city = ${tx.city} and s.id in (select id from suspect) order by s.id`,
  );
};
