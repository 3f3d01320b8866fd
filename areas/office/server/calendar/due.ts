import { sql } from 'kysely';
import type { Services } from '../../../../platform/http/area.ts';
import type { Asker } from '../../../../platform/http/waiting.ts';
import { addressOfTask, type CaseState, caseRecord, type TaskKind, tasksOf } from '../../../cases/domain/index.ts';
import { ofTasks, tasksShown } from '../../../cases/server/readers.ts';
import type { ChildState } from '../../../risks/domain/index.ts';
import { ofChildren } from '../../../risks/server/readers.ts';

/** Which days, and whose: of a user, or of everybody whose work the asker looks after. */
export interface Span {
  readonly from?: string;
  readonly until: string;
  readonly who: string | 'everybody';
  /** The user is a supervisor: tasks of any supervisor are theirs too. */
  readonly isSupervisor?: boolean;
  readonly today: string;
  /** Tasks of cases of these kinds alone. */
  readonly kinds?: readonly TaskKind[];
}

export interface DueRow {
  readonly source: 'case' | 'child';
  readonly record: string;
  readonly id: string;
  readonly kind: string;
  readonly who: string | null;
  /** For whoever holds that role. */
  readonly role: string | null;
  readonly due: string;
  /** How many are due on that day. */
  readonly on_day: number;
}

/**
 * What is due in a span of days, first things first: tasks of cases, and visits to children at risk. The one source of Today, of the
 * calendar, and of what is told outside of Olle. Of each day at most `perDay` and of each sort at most `perSort`; `on_day` counts all.
 */
export async function dueIn(
  { tx, where, actor }: Pick<Asker, 'tx' | 'where' | 'actor'>,
  { from, until, who, isSupervisor = false, today, kinds }: Span,
  { perDay = 200, perSort = 400 }: { perDay?: number; perSort?: number } = {},
): Promise<DueRow[]> {
  const [mineOfCases, mineOfChildren] =
    who === 'everybody'
      ? [where('assign', 'cases.case', 'c'), where('read', 'risks.child', 'r')]
      : [
          sql<boolean>`(a.who = ${who} ${isSupervisor ? sql`or a.role = 'supervisor'` : sql``}) and ${where('read', 'cases.case', 'c')}`,
          sql<boolean>`r.worker = ${who} and ${where('read', 'risks.child', 'r')}`,
        ];
  return await tx.run<DueRow>(
    sql`select source, record, id, kind, who, role, due, on_day from (
          select *, row_number() over (partition by source, role order by due, record, kind, id) as nth_of_sort from (
            select *, count(*) over (partition by due)::int as on_day, row_number() over (partition by due order by source, record, kind, id) as nth
            from (
              select 'case' as source, a.case_id as record, a.id, a.kind, a.who, a.role, a.due
                from ${ofTasks}
                where a.city = ${tx.city} and a.due between ${from ?? '-infinity'} and ${until} and ${mineOfCases}
                  and ${actor.id} <> all(a.not_for) and ${tasksShown(today)}
                  ${kinds ? sql`and a.kind = any(${kinds as string[]})` : sql``}
              union all
              select 'child', r.id, r.id, 'child-visit', r.worker, null, r.due_on from ${ofChildren}
                where r.city = ${tx.city} and r.status = 'visit-planned' and r.due_on between ${from ?? '-infinity'} and ${until} and ${mineOfChildren} and ${kinds === undefined}
            ) waiting
          ) of_days where nth <= ${perDay}
        ) of_sorts where nth_of_sort <= ${perSort} order by due, source, record, kind, id`,
  );
}

/** The page of the app on which it is done. */
export const pageOf = ({ source, record, kind, id }: Pick<DueRow, 'source' | 'record' | 'kind' | 'id'>): string =>
  source === 'case' ? addressOfTask(record, kind as TaskKind, id) : `/risks/${record}`;

/** The same rows with what they are about, opened: whoever shows it notes the reading. What has changed meanwhile is left out. */
export async function opened({ ledger }: Services, { tx }: Pick<Asker, 'tx'>, rows: readonly DueRow[]) {
  const ids = (source: DueRow['source']) => [...new Set(rows.flatMap((row) => (row.source === source ? [row.record] : [])))];
  const cases = await ledger.findMany<CaseState>(tx, tx.city, caseRecord.kind, ids('case'));
  const children = await ledger.findMany<ChildState>(tx, tx.city, 'risks.child', ids('child'));
  return {
    tasks: rows.flatMap((row) => {
      const file = row.source === 'case' ? cases.get(row.record)?.state : undefined;
      const task = file && tasksOf(file).find(({ id, kind }) => id === row.id && kind === row.kind);
      return task ? [{ row, task, file }] : [];
    }),
    visits: rows.flatMap((row) => {
      const child = row.source === 'child' ? children.get(row.record)?.state : undefined;
      return child ? [{ row, child }] : [];
    }),
  };
}
