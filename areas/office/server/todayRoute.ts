import { sql } from 'kysely';
import { Type } from 'typebox';
import { addDays, holds, Maybe } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { allowsSome } from '../../../platform/permissions/ability.ts';
import { caseRecord } from '../../cases/domain/index.ts';
import {
  type CaseRow,
  CaseSummary,
  type ConcernRow,
  ConcernSummary,
  ofCases,
  ofConcerns,
  ofTasks,
  openCases,
  openConcerns,
  readable,
} from '../../cases/server/readers.ts';
import { dueIn, opened } from './calendar/due.ts';
import { lentWith } from './leaves/moving.ts';

/** Days ahead that are shown besides what is overdue. */
const ahead = 7;
const most = 100;
const few = 20;

const Task = Type.Object({
  case: Type.String(),
  id: Type.String(),
  kind: Type.String(),
  name: Type.String(),
  /** What somebody wrote of it; other kinds of task have their words in the catalogues. */
  what: Maybe(Type.String()),
  due: Type.String(),
  overdue: Type.Boolean(),
  riskLevel: Type.String(),
});
const Visit = Type.Object({
  child: Type.String(),
  person: Type.String(),
  name: Type.String(),
  ward: Maybe(Type.String()),
  dueOn: Type.String(),
  overdue: Type.Boolean(),
  reasons: Type.Array(Type.String()),
});

export const todayRoute = route({
  method: 'GET',
  path: '/api/office/today',
  summary: 'What waits for the reader: tasks and visits that are overdue or due this week, concerns to be decided, cases nobody has',
  may: ['read', 'cases.case'],
  shows: 'identity',
  answer: Type.Object({
    today: Type.String(),
    tasks: Type.Array(Task),
    visits: Type.Array(Visit),
    concerns: Type.Object({ total: Type.Integer(), rows: Type.Array(Type.Object(ConcernSummary)) }),
    unassigned: Type.Object({ total: Type.Integer(), rows: Type.Array(Type.Object(CaseSummary)) }),
    /** What is for whoever is a supervisor; nothing for others. */
    reviews: Type.Object({ total: Type.Integer(), rows: Type.Array(Task) }),
    /** Cases that are lent to the reader, or that are his and lent to others, while somebody is away. */
    lent: Type.Array(Type.Object({ of: Type.String(), to: Type.String(), until: Type.String(), cases: Type.Integer() })),
    /** Cases with something overdue, and all that are open, of those that the reader may read. */
    team: Type.Object({ overdue: Type.Integer(), open: Type.Integer() }),
  }),
  async handle({ tx, actor, ability, services, note, where }) {
    const { city, id: me } = actor;
    const today = await services.ledger.today(tx, city);
    const until = addDays(today, ahead);
    const isSupervisor = holds(actor, 'supervisor');
    const found = await opened(services, { tx }, await dueIn({ tx, where }, { until, who: me, isSupervisor }, { perDay: most, most }));
    const named = found.tasks.map(({ row, task, file: { name, riskLevel } }) => {
      const what = { kind: task.kind, name, what: task.what ?? null, due: row.due, overdue: row.due < today, riskLevel };
      return { role: row.role, task: { case: row.record, id: row.id, ...what } };
    });
    // Flags and openings in an emergency stand on the same page in tables of their own, with what they are judged by.
    const tasks = named.flatMap(({ role, task }) => (role === null && task.kind !== 'flag' ? [task] : []));
    const reviews = named.flatMap(({ role, task }) => (role !== null && task.kind !== 'opening-review' ? [task] : [])).slice(0, few);
    const [review] = await tx.run<{ n: number }>(
      sql`select count(*)::int as n from ${ofTasks}
          where a.city = ${city} and a.role = 'supervisor' and a.kind <> 'opening-review' and ${isSupervisor} and a.due <= ${until}
            and ${where('read', 'cases.case', 'c')}`,
    );
    const visits = found.visits.map(({ row, child: { person, name, ward, reasons } }) => ({
      ...{ child: row.record, person, name, ward, dueOn: row.due, overdue: row.due < today, reasons: reasons.map(({ rule }) => rule) },
    }));

    const waiting = sql<boolean>`k.city = ${city} and k.status = 'open' and ${where('accept', 'cases.concern', 'k')}`;
    const concerns = await tx.run<ConcernRow>(sql`select k.* from ${ofConcerns} where ${waiting} order by k.raised_on, k.id limit ${few}`);
    const [waits] = await tx.run<{ n: number }>(sql`select count(*)::int as n from ${ofConcerns} where ${waiting}`);

    const assigns = allowsSome(ability, 'assign', caseRecord.kind);
    const nobodys = sql<boolean>`c.city = ${city} and c.status = 'open' and c.worker is null and ${assigns} and ${where('assign', 'cases.case', 'c')}`;
    const unassigned = await tx.run<CaseRow>(sql`select c.* from ${ofCases} where ${nobodys} order by c.opened_on, c.id limit ${few}`);
    const [nobody] = await tx.run<{ n: number }>(sql`select count(*)::int as n from ${ofCases} where ${nobodys}`);
    const [team] = await tx.run<{ overdue: number; open: number }>(
      sql`select count(*)::int as open, count(*) filter (where c.due_on < ${today})::int as overdue
          from ${ofCases} where c.city = ${city} and c.status = 'open' and ${readable({ ability, actor, where })}`,
    );

    await note(
      'cases.case',
      [...new Set([...[...tasks, ...reviews].map((one) => one.case), ...unassigned.map(({ id }) => id)])],
      'what waits today',
    );
    await note(
      'risks.child',
      visits.map(({ child }) => child),
      'what waits today',
    );
    await note(
      'cases.concern',
      concerns.map(({ id }) => id),
      'what waits today',
    );
    return {
      today,
      tasks,
      visits,
      concerns: { total: waits!.n, rows: await openConcerns(services, tx, concerns) },
      unassigned: { total: nobody!.n, rows: await openCases(services, tx, unassigned) },
      reviews: { total: review!.n, rows: reviews },
      lent: await lentWith(tx, city, me),
      team: { overdue: team!.overdue, open: team!.open },
    };
  },
});
