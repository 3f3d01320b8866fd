import { addDays, daysBetween, hasRole, isPartialDate, refuse } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { allowsSome } from '../../../../platform/permissions/ability.ts';
import { caseRecord } from '../../../cases/domain/index.ts';
import * as contract from '../../contract/index.ts';
import { dueIn, opened, pageOf } from './due.ts';

/** A month with the days of its weeks that belong to others. */
const maxDays = 62;
/** Of a day in a longer span only so many are named. */
const perDay = 4;

export const calendarRoute = route(
  contract.readCalendar,
  async ({ tx, actor, ability, body: { from, until, of = actor.id }, services, where, note }) => {
    for (const [field, day] of [
      ['/from', from],
      ['/until', until],
    ] as const)
      if (!isPartialDate(day)) throw new Refused(refuse('http.invalid-input', {}, [field]));
    if (until < from || daysBetween(from, until) >= maxDays)
      throw new Refused(refuse('office.span-too-long', { most: maxDays }, ['/until']));
    if (of !== actor.id && !allowsSome(ability, 'assign', caseRecord.kind)) throw new Refused(refuse('http.not-allowed'));
    const today = await services.ledger.today(tx, actor.city);
    const whose = { today, who: of, isSupervisor: of === actor.id && hasRole(actor, 'supervisor') };
    const rows = await dueIn({ tx, where, actor }, { from, until, ...whose }, from === until ? {} : { perDay, perSort: perDay * maxDays });
    const { tasks, visits } = await opened(services, { tx }, rows);
    const seen = [
      ...tasks.map(({ row, task, file }) => ({ row, name: file.name, what: task.what ?? null, about: task.about ?? null })),
      ...visits.map(({ row, child }) => ({ row, name: child.name, what: null, about: null })),
    ];
    const days = [...new Map(rows.map(({ due, on_day }) => [due, on_day]))].map(([day, total]) => ({
      day,
      total,
      tasks: seen
        .filter(({ row }) => row.due === day)
        .map(({ row, name, what, about }) => {
          const { record, id, kind, who } = row;
          return { record, page: pageOf(row), id, kind, name, what, about, who, overdue: day < today };
        }),
    }));
    const before = await dueIn({ tx, where, actor }, { until: addDays([from, today].sort()[0]!, -1), ...whose }, { perDay: 1 });
    const earlier = before.reduce((sum, { on_day }) => sum + on_day, 0);
    await note(caseRecord.kind, [...new Set(tasks.map(({ row }) => row.record))], 'calendar');
    await note('risks.child', [...new Set(visits.map(({ row }) => row.record))], 'calendar');
    return { earlier, days };
  },
);
