import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { lacks, unseenDays, untouchedDays } from '../domain/index.ts';
import { lacking } from './case/lacks.ts';
import { Maybe } from './rows.ts';

const Count = Type.Integer();

export const teamRoute = route({
  method: 'POST',
  path: '/api/cases/team',
  summary:
    'How the work is spread and where it waits: cases of each worker, what is overdue how long, what files lack; of all or of one worker',
  may: ['assign', 'cases.case'],
  body: fields({ worker: Type.Optional(Id) }),
  answer: Type.Object({
    untouchedDays: Count,
    unseenDays: Count,
    workers: Type.Array(
      Type.Object({
        /** Null: cases that nobody has. */
        worker: Maybe(Type.String()),
        ...{ open: Count, high: Count, medium: Count, low: Count, untouched: Count, flags: Count },
        /** Tasks that are overdue in these cases, those for a supervisor not counted; and the cases in which anything is. */
        ...{ overdue: Count, late: Count },
      }),
    ),
    /** By kind of task: how many are overdue, in how many cases, for how many days at most and in the middle. */
    waits: Type.Array(Type.Object({ kind: Type.String(), tasks: Count, cases: Count, longest: Count, middle: Count })),
    lacks: Type.Array(Type.Object({ lack: Type.String(), cases: Count })),
  }),
  async handle({ tx, actor: { city }, body, services, where }) {
    const today = await services.ledger.today(tx, city);
    const ofWorker = body.worker ? sql`and c.worker = ${body.worker}` : sql``;
    const scope = sql`c.city = ${city} and c.status = 'open' and ${where('assign', 'cases.case', 'c')} ${ofWorker}`;
    const ofLevel = (level: string) => sql`count(*) filter (where c.risk_level = ${level})::int`;
    const workers = await tx.run<{
      worker: string | null;
      open: number;
      high: number;
      medium: number;
      low: number;
      untouched: number;
      flags: number;
      overdue: number;
      late: number;
    }>(
      sql`select c.worker, count(*)::int as open, ${ofLevel('high')} as high, ${ofLevel('medium')} as medium, ${ofLevel('low')} as low,
            count(*) filter (where ${lacking('touched', today)})::int as untouched, sum(c.flags)::int as flags,
            coalesce(sum(t.n), 0)::int as overdue, count(*) filter (where c.due_on < ${today})::int as late
          from cases_case c
          left join (select case_id, count(*) as n from cases_task where city = ${city} and due < ${today} and role is null group by case_id) t on t.case_id = c.id
          where ${scope} group by c.worker order by count(*) desc, c.worker`,
    );
    const waits = await tx.run<{ kind: string; tasks: number; cases: number; longest: number; middle: number }>(
      sql`select a.kind, count(*)::int as tasks, count(distinct a.case_id)::int as cases, max(${today}::date - a.due)::int as longest,
            percentile_disc(0.5) within group (order by ${today}::date - a.due)::int as middle
          from cases_task a join cases_case c on c.city = a.city and c.id = a.case_id
          where ${scope} and a.due < ${today} group by a.kind order by count(*) desc, a.kind`,
    );
    const counts = lacks.map((lack) => sql`count(*) filter (where ${lacking(lack, today)})::int`);
    const [found] = await tx.run<{ n: number[] }>(sql`select array[${sql.join(counts)}] as n from cases_case c where ${scope}`);
    return { untouchedDays, unseenDays, workers, waits, lacks: lacks.map((lack, i) => ({ lack, cases: found!.n[i]! })) };
  },
});
