import { type RawBuilder, sql } from 'kysely';
import type { Holdings } from '../../../../platform/http/holding.ts';
import { caseRecord, concernRecord } from '../../domain/index.ts';

interface Row {
  readonly kind: string;
  readonly id: string;
  readonly subject: string;
  readonly person: string | null;
  readonly status: string;
  readonly open: boolean;
}

/** The cases of persons, or sealed for one of them: `id`, `subject`, `person`, `status`. */
export const casesOfPersons = (city: number, persons: readonly string[]): RawBuilder<unknown> =>
  sql`select id, subject, person, status from cases_case where city = ${city} and (person = any(${persons}) or subject = any(${persons}))`;

/**
 * Cases and concerns about a person or sealed for one: also where the child was identified later, and concerns taken up in such a case of
 * which nobody said whom they are about.
 */
export const holdings: Holdings = async (tx, { persons }) =>
  await tx.run<Row>(
    sql`with found as materialized (${casesOfPersons(tx.city, persons)})
     select ${caseRecord.kind}::text as kind, id, subject, person, status, status = 'open' as open from found
     union all select ${concernRecord.kind}, id, subject, person, status, status = 'open' from cases_concern
       where city = ${tx.city} and (person = any(${persons}) or subject = any(${persons}) or (person is null and case_id in (select id from found)))
     order by kind, id`,
  );
