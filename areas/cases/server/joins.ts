import { type RawBuilder, sql } from 'kysely';
import { shownUntil } from '../domain/index.ts';

// Read models of cases as other areas join them in a statement of their own: `c` a case, and the names of its columns are part of the public API.

export const ofCases = sql`cases_case c`;
/** Tasks `a` with their case. */
export const ofTasks = sql`cases_task a join cases_case c on c.city = a.city and c.id = a.case_id`;
/** Tasks `a` that are shown on a day: those of some kinds are known long before. */
export const tasksShown = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    shownUntil(today).map(([kind, last]) => sql`(a.kind <> ${kind} or a.due <= ${last})`),
    sql` and `,
  )})`;
/** Tasks `a` alone: what the rules ask of their case stands in them too. */
export const ofTasksAlone = sql`cases_task a`;
/** Flags `f` with their case. */
export const ofFlags = sql`cases_flag f join cases_case c on c.city = f.city and c.id = f.case_id`;
/** Cases that are with a substitute, `x` because of which leave. */
export const ofLent = sql`cases_lent x join cases_case c on c.city = x.city and c.id = x.case_id`;
/** Emergency access, `o`. */
export const ofEmergencyAccess = sql`cases_emergency_access o`;
/** What was said about the work of supervisors, `m`. */
export const ofComplaints = sql`cases_complaint m`;
/** Concerns, `k`. */
export const ofConcerns = sql`cases_concern k`;
