import { sql } from 'kysely';
import type { Holdings } from '../../../platform/http/holding.ts';
import { casesOfPersons } from '../../cases/server/readers.ts';
import { referralRecord } from '../domain/index.ts';

/** What partners were told of a child: in the referrals of their cases, and in those sealed for them. */
export const holdings: Holdings = async (tx, { persons }) =>
  await tx.run(
    sql`select ${referralRecord.kind}::text as kind, id, subject, null::uuid as person, status, status = 'open' as open from referrals_referral
       where city = ${tx.city} and (subject = any(${persons}) or case_id in (select id from (${casesOfPersons(tx.city, persons)}) c)) order by id`,
  );
