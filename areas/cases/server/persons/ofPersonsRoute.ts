import { sql } from 'kysely';
import { route } from '../../../../platform/http/area.ts';
import * as contract from '../../contract/index.ts';
import { caseRecord } from '../../domain/index.ts';
import { readable } from '../reach.ts';

export const ofPersonsRoute = route(contract.listCasesOfPersons, async (call) => {
  const { tx, actor, body, note } = call;
  // The open one; else the one opened last.
  const rows = await tx.run<{ person: string; case: string; worker: string | null; status: string }>(
    sql`select distinct on (c.person) c.person, c.id as case, c.worker, c.status from cases_case c
        where c.city = ${actor.city} and c.person = any(${body.persons}::uuid[]) and ${readable(call)}
        order by c.person, c.status desc, c.opened_on desc, c.id`,
  );
  const shown = rows.map((row) => row.case);
  await note(caseRecord.kind, shown, 'case links');
  return { rows };
});
