import { sql } from 'kysely';
import { addDays } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { listComplaints } from '../contract/index.ts';
import { type CaseState, caseRecord, feedbackForOfficer } from '../domain/index.ts';
import { ofComplaints } from './joins.ts';

/** Days for which one that was answered is still listed. */
const days = 30;
const maxRows = 200;

/** What was said about the work of supervisors, for who may answer it; each showing is noted at its case. */
export const complaintsRoute = route(listComplaints, async ({ tx, actor: { city, id: reader }, services, note }) => {
  const since = addDays(await services.ledger.today(tx, city), -days);
  const found = await tx.run<{ case_id: string; id: string }>(
    sql`select m.case_id, m.id from ${ofComplaints} where m.city = ${city} and (m.answered_on is null or m.answered_on > ${since})
        order by m.answered_on is not null, m.answer_by, m.case_id, m.id limit ${maxRows}`,
  );
  const files = await services.ledger.findMany<CaseState>(tx, city, caseRecord.kind, [...new Set(found.map(({ case_id }) => case_id))]);
  const rows = found.flatMap(({ case_id, id }) => {
    const file = files.get(case_id);
    const said = file && feedbackForOfficer(file.state, reader).find((one) => one.id === id);
    if (!said) return [];
    const { kind, from, on, words, answerBy, about, answered } = said;
    return [{ case: case_id, id, kind, from, on, words, answerBy, about, answered }];
  });
  await note(caseRecord.kind, [...new Set(rows.map((one) => one.case))], 'complaints');
  return { rows };
});
