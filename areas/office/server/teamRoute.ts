import { type RawBuilder, sql } from 'kysely';
import { addDays, daysBetween } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { readSingle } from '../../../platform/http/readRecord.ts';
import { caseWorkers } from '../../accounts/server/readers.ts';
import { type Lack, lacks, limitsOn, limitsRecord, unseenDays, untouchedDays } from '../../cases/domain/index.ts';
import { lacking, ofCases, ofTasksAlone, tasksShown } from '../../cases/server/readers.ts';
import type { Team } from '../contract/index.ts';
import * as contract from '../contract/index.ts';
import { awayFrom } from './leaves/view.ts';

/** What a case lacks that its row tells; the others are tasks of that name. */
const lacksOfRows: readonly Lack[] = ['worker', 'consent', 'seen', 'touched'];

export const teamRoute = route(contract.readTeam, async (call) => {
  const { tx, actor, body, services, where } = call;
  const { city } = actor;
  const today = await services.ledger.today(tx, city);
  const limit = limitsOn((await readSingle(call, limitsRecord)).state, today).values.casesPerWorker;
  const away = await awayFrom(tx, today);
  // Cases are gone through once, and what is overdue in them once: with a hundred thousand of them each further time is felt.
  const scope = (alias: 'c' | 'a') => {
    const ofWorker = body.worker ? sql<boolean>`and ${sql.ref(`${alias}.worker`)} = ${body.worker}` : sql``;
    return sql<boolean>`${sql.ref(`${alias}.city`)} = ${city} and ${where('assign', 'cases.case', alias)} ${ofWorker}`;
  };
  const count = (condition: RawBuilder<boolean>) => sql`count(*) filter (where ${condition})::int`;
  const ofLevel = (level: string) => count(sql`c.risk_level = ${level}`);
  const found = await tx.run<Record<'open' | 'high' | 'medium' | 'low' | 'untouched' | 'late' | 'flags', number> & Found>(
    sql`select c.worker, count(*)::int as open, ${ofLevel('high')} as high, ${ofLevel('medium')} as medium, ${ofLevel('low')} as low,
            ${count(lacking('touched', today))} as untouched, ${count(sql`c.due_on < ${today}`)} as late, sum(c.flags)::int as flags,
            coalesce(array_agg(distinct c.ward) filter (where c.ward is not null), '{}') as "wardsOfCases",
            array[${sql.join(lacksOfRows.map((lack) => count(lacking(lack, today))))}] as lacks
          from ${ofCases} where c.status = 'open' and ${scope('c')} group by c.worker order by count(*) desc, c.worker`,
  );
  // In a closed case nothing waits. The first of its kind in a case stands for the case.
  const late = await tx.run<{ kind: string | null; worker: string | null; due: string; own: number; tasks: number; cases: number }>(
    sql`select a.kind, a.worker, a.due, count(*)::int as tasks, count(*) filter (where a.role is null)::int as own,
            count(*) filter (where a.first)::int as cases
          from ${ofTasksAlone} where a.due < ${today} and ${scope('a')} group by grouping sets ((a.kind, a.due), (a.worker)) order by a.due`,
  );
  const overdue = new Map(late.filter(({ kind }) => kind === null).map(({ worker, own }) => [worker, own]));
  const coming = await tx.run<{ worker: string | null; tasks: number }>(
    sql`select a.worker, count(*)::int as tasks from ${ofTasksAlone}
        where a.due between ${today} and ${addDays(today, 6)} and a.role is null and ${tasksShown(today)} and ${scope('a')} group by a.worker`,
  );
  const waits = waitsOf(late, today);
  const lackedBy = (lack: Lack) => {
    const at = lacksOfRows.indexOf(lack);
    return at < 0 ? (waits.find(({ kind }) => kind === lack)?.cases ?? 0) : found.reduce((sum, { lacks: n }) => sum + n[at]!, 0);
  };
  const takeCases = (await caseWorkers(tx, today)).filter(({ id }) => !body.worker || id === body.worker);
  const rows = [...found.map(({ worker }) => worker), ...takeCases.map(({ id }) => id)];
  const workers = [...new Set(rows)].map((worker) => {
    const { lacks: _, ...has } = found.find((row) => row.worker === worker) ?? { ...nothing, worker };
    const absent = worker === null ? undefined : away.get(worker);
    const place = takeCases.find(({ id }) => id === worker);
    const takesNow = place !== undefined && (!absent || absent.from > today);
    return {
      ...has,
      overdue: overdue.get(worker) ?? 0,
      week: coming.find((row) => row.worker === worker)?.tasks ?? 0,
      room: takesNow ? Math.max(limit - has.open, 0) : 0,
      away: absent ?? null,
      languages: [...(place?.languages ?? [])],
      wards: [...(place?.wards ?? [])],
    };
  });
  return {
    limit,
    untouchedDays,
    unseenDays,
    workers: workers.sort(byRoom),
    waits,
    lacks: lacks.map((lack) => ({ lack, cases: lackedBy(lack) })),
  };
});

/** Of somebody who has no case. */
const nothing = { open: 0, high: 0, medium: 0, low: 0, untouched: 0, late: 0, flags: 0, wardsOfCases: [] as string[], lacks: [] };

type Placed = Pick<Team['workers'][number], 'worker' | 'room' | 'open'>;
const byRoom = (one: Placed, other: Placed) =>
  Number(one.worker !== null) - Number(other.worker !== null) ||
  other.room - one.room ||
  one.open - other.open ||
  String(one.worker).localeCompare(String(other.worker));

interface Found {
  readonly worker: string | null;
  readonly wardsOfCases: string[];
  readonly lacks: readonly number[];
}

/** What is overdue by kind, from how many tasks of it were due on each day, the first day first. */
function waitsOf(late: readonly { kind: string | null; due: string; tasks: number; cases: number }[], today: string) {
  const kinds = Map.groupBy(
    late.filter(({ kind }) => kind !== null),
    ({ kind }) => kind!,
  );
  const sum = (days: readonly { tasks: number; cases: number }[], of: 'tasks' | 'cases') => days.reduce((n, day) => n + day[of], 0);
  const waits = [...kinds].map(([kind, days]) => {
    const tasks = sum(days, 'tasks');
    // The shortest wait that half of them have at most.
    const middle = days.find((_, i) => sum(days.slice(i + 1), 'tasks') * 2 < tasks)!;
    return { kind, tasks, cases: sum(days, 'cases'), longest: daysBetween(days[0]!.due, today), middle: daysBetween(middle.due, today) };
  });
  return waits.sort((one, other) => other.tasks - one.tasks || one.kind.localeCompare(other.kind));
}
