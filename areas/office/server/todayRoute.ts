import { sql } from 'kysely';
import { addDays, hasRole } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { allowsSome } from '../../../platform/permissions/ability.ts';
import { addressOfTask, caseRecord, type TaskKind } from '../../cases/domain/index.ts';
import { ofCases, ofConcerns, ofTasks, readable, tasksShown } from '../../cases/server/readers.ts';
import * as contract from '../contract/index.ts';
import { dueIn, opened } from './calendar/due.ts';
import { countOf, lentWith } from './leaves/moving.ts';

/** Days that are shown besides what is overdue. */
const daysAhead = 7;
const shownTasks = 100;
const shownReviews = 20;
const shownDangers = 20;
/** Tasks of the same day that protect a child from danger; they stand above all others. */
const dangerTasks = ['act-now', 'find-child', 'danger-review', 'justice-alarm', 'justice-alarm-review'] as const satisfies TaskKind[];
const isDanger = (kind: string) => dangerTasks.some((one) => one === kind);

export const todayRoute = route(contract.readToday, async ({ tx, actor, ability, services, note, where }) => {
  const { city, id: me } = actor;
  const today = await services.ledger.today(tx, city);
  const until = addDays(today, daysAhead);
  const isSupervisor = hasRole(actor, 'supervisor');
  const due = await dueIn({ tx, where, actor }, { until, today, who: me, isSupervisor }, { perDay: shownTasks, perSort: shownTasks });
  // Dangers are found on their own: however much else is overdue, none of them is left out.
  const inDanger = await dueIn(
    { tx, where, actor },
    { until: today, today, who: me, isSupervisor, kinds: dangerTasks },
    { perDay: 1000, perSort: 1000 },
  );
  // Visits to children at risk stand on the same page in a list of their own.
  const found = await opened(services, { tx }, [...inDanger, ...due.filter(({ source, kind }) => source === 'case' && !isDanger(kind))]);
  const named = found.tasks.map(({ row, task, file: { name, riskLevel } }) => {
    const what = {
      kind: task.kind,
      name,
      what: task.what ?? null,
      about: task.about ?? null,
      due: row.due,
      overdue: row.due < today,
      riskLevel,
    };
    return { role: row.role, task: { case: row.record, page: addressOfTask(row.record, task.kind), id: row.id, ...what } };
  });
  const dangers = [
    ...new Map(named.flatMap(({ task }) => (isDanger(task.kind) ? [[task.case, task] as const] : [])).reverse()).values(),
  ].reverse();
  // Flags and emergency access stand on the same page in tables of their own, with what they are judged by.
  const tasks = named.flatMap(({ role, task }) => (role === null && task.kind !== 'flag' && !isDanger(task.kind) ? [task] : []));
  const reviews = named
    .flatMap(({ role, task }) => (role !== null && task.kind !== 'emergency-access-review' && !isDanger(task.kind) ? [task] : []))
    .slice(0, shownReviews);
  const [counted] = await tx.run<{ reviews: number; concerns: number; open: number; overdue: number }>(
    sql`select
          (select count(*)::int from ${ofTasks}
           where a.city = ${city} and a.role = 'supervisor' and ${me} <> all(a.not_for) and ${tasksShown(today)} and a.kind <> all(${['emergency-access-review', ...dangerTasks]}) and ${isSupervisor} and a.due <= ${until}
             and ${where('read', 'cases.case', 'c')}) as reviews,
          (select count(*)::int from ${ofConcerns}
           where k.city = ${city} and k.status = 'open' and ${where('accept', 'cases.concern', 'k')}) as concerns,
          count(*)::int as open, count(*) filter (where c.due_on < ${today})::int as overdue
        from ${ofCases} where c.city = ${city} and c.status = 'open' and ${readable({ ability, actor, where })}`,
  );
  const { reviews: total, concerns, open, overdue } = counted!;
  const isNobodys = sql<boolean>`c.city = ${city} and c.status = 'open' and c.worker is null and ${where('assign', 'cases.case', 'c')}`;
  await note(
    'cases.case',
    [...new Set([...tasks, ...reviews, ...dangers.slice(0, shownDangers)].map((one) => one.case))],
    'what waits today',
  );
  return {
    dangers: { total: dangers.length, rows: dangers.slice(0, shownDangers) },
    tasks,
    concerns,
    unassigned: allowsSome(ability, 'assign', caseRecord.kind) ? await countOf(tx, isNobodys) : 0,
    reviews: { total, rows: reviews },
    lent: await lentWith(tx, city, me),
    team: { overdue, open },
  };
});
