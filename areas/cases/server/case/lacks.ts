import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../../../../platform/decider/index.ts';
import { type Lack, unseenDays, untouchedDays } from '../../domain/index.ts';

const lateTask = (today: string, ...kinds: readonly string[]) =>
  sql<boolean>`exists (select from cases_task a where a.city = c.city and a.case_id = c.id and a.kind = any(${kinds}) and a.due < ${today})`;

/** What an open case (`c`, a row of cases_case) lacks on a day: the number on the page and the list behind it are made of the same words. */
export function lacking(lack: Lack, today: string): RawBuilder<boolean> {
  switch (lack) {
    case 'assessment':
    case 'plan':
      return lateTask(today, lack);
    case 'guardian':
      return lateTask(today, 'guardian', 'independent-guardian');
    case 'consent':
      return sql<boolean>`(c.consent_until is null or c.consent_until < ${today})`;
    case 'touched':
      return sql<boolean>`c.touched_at < ${addDays(today, -untouchedDays)}::date`;
    case 'seen':
      return sql<boolean>`coalesce(c.seen_on, c.opened_on) < ${addDays(today, -unseenDays)}`;
    case 'worker':
      return sql<boolean>`c.worker is null`;
  }
}

/** Cases with something of that kind that is overdue. */
export const late = (kind: string, today: string): RawBuilder<boolean> => lateTask(today, kind);
