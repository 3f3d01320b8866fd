import { sql } from 'kysely';
import type { Services } from '../../../../platform/http/area.ts';
import type { JobDefinition } from '../../../../platform/jobs/job.ts';
import { systemActor } from '../../../../platform/ledger/ledger.ts';
import { wentInto } from '../../../people/server/readers.ts';
import { caseRecord, concernRecord } from '../../domain/index.ts';

const batch = 200;

/** Files of persons who are nobody any more, and who took up their rows; open ones first, so that a closed file never keeps an open one out. */
async function left({ ledger }: Services, city: number) {
  return await ledger.transaction(city, async (tx) => {
    return await tx.run<{ id: string; kind: string; from: string; into: string; double: boolean }>(
      sql`select f.id, f.kind, f.person as from, p.into_person as into,
         f.status = 'open' and exists (select 1 from cases_case c where c.city = f.city and c.person = p.into_person and c.status = 'open') as double
       from (select city, id, person, status, ${caseRecord.kind}::text as kind from cases_case
             union all select city, id, person, status, ${concernRecord.kind} from cases_concern) f
       join ${wentInto} p on p.city = f.city and p.person = f.person
       where f.city = ${city} order by f.status desc, f.id limit ${batch}`,
    );
  });
}

/** Moves the files of persons who were joined with others to those. Safe to run twice, and at the same time as anything else. */
export const followPersonsJob: JobDefinition = {
  name: 'cases.follow-persons',
  async run({ city }, services) {
    // A file may follow from join to join; one that was erased follows nobody.
    for (let moved = 1; moved > 0; ) {
      moved = 0;
      const files = await left(services, city);
      // One transaction each: of two files of one person the second must see that the first is there.
      for (const { id, kind, from, into, double } of files) {
        const input = { from, person: into, ...(kind === caseRecord.kind ? { double } : {}) };
        const outcome = await services.ledger.execute(systemActor(city), { kind, id, name: 'follow-person', input });
        if (outcome.ok) moved++;
        else if (outcome.refusal.refused !== 'ledger.erased') throw new Error(outcome.refusal.refused);
      }
    }
  },
};
