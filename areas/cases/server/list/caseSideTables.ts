import { readFileSync } from 'node:fs';
import type { Tx } from '../../../../platform/database/pool.ts';
import type { Change } from '../../../../platform/ledger/view.ts';
import { type CaseState, tasksOf } from '../../domain/index.ts';
import { readersOf } from '../reach.ts';

type Cases = readonly Change<CaseState>[];

/** The tables beside the rows of cases: what waits, who reads them, emergency access, flags, and because of which leaves a case is lent. */
export const caseSideTables = {
  ddl: readFileSync(new URL('./caseSideTables.sql', import.meta.url), 'utf8'),
  tables: ['cases_reach', 'cases_task', 'cases_emergency_access', 'cases_flag', 'cases_lent'],
  recordIn: {
    cases_reach: 'case_id',
    cases_task: 'case_id',
    cases_emergency_access: 'case_id',
    cases_flag: 'case_id',
    cases_lent: 'case_id',
  },
  async apply(tx: Tx, cases: Cases): Promise<void> {
    await writeTasks(tx, cases);
    await writeEmergencyAccess(tx, cases);
    await writeFlags(tx, cases);
    await writeLent(tx, cases);
  },
};

/** What waits in cases, and who reads them. */
async function writeTasks(tx: Tx, cases: Cases): Promise<void> {
  const tasks = cases.flatMap(({ id, state }) => {
    const waiting = tasksOf(state);
    return waiting.map((task) => ({
      ...task,
      of: id,
      worker: state.worker,
      first: waiting.find(({ kind }) => kind === task.kind) === task,
    }));
  });
  const reach = cases.flatMap(({ id, state, facts }) => readersOf(state, facts['team'] as readonly string[]).map((who) => ({ id, who })));
  await tx.query(
    `with task as (select * from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::date[], $9::uuid[], $10::boolean[]) t(case_id, id, kind, who, role, due, worker, first)),
       gone as (
         delete from cases_task old using unnest($2::uuid[]) c(id) where old.city = $1 and old.case_id = c.id
           and not exists (select 1 from task t where t.case_id = old.case_id and t.kind = old.kind and t.id = old.id)),
       reach as (select * from unnest($11::uuid[], $12::uuid[]) r(who, case_id)),
       lost as (
         delete from cases_reach old using unnest($2::uuid[]) c(id) where old.city = $1 and old.case_id = c.id
           and not exists (select 1 from reach r where r.case_id = old.case_id and r.who = old.who)),
       won as (insert into cases_reach (city, who, case_id) select $1, r.* from reach r on conflict do nothing)
     insert into cases_task (city, case_id, id, kind, who, role, due, worker, first) select $1, t.* from task t
     on conflict (city, case_id, kind, id) do update
       set who = excluded.who, role = excluded.role, due = excluded.due, worker = excluded.worker, first = excluded.first
       where (cases_task.who, cases_task.role, cases_task.due, cases_task.worker, cases_task.first)
         is distinct from (excluded.who, excluded.role, excluded.due, excluded.worker, excluded.first)`,
    [
      tx.city,
      cases.map(({ id }) => id),
      tasks.map((task) => task.of),
      tasks.map((task) => task.id),
      tasks.map(({ kind }) => kind),
      tasks.map(({ who }) => who),
      tasks.map(({ role }) => role ?? null),
      tasks.map(({ due }) => due),
      tasks.map(({ worker }) => worker),
      tasks.map(({ first }) => first),
      reach.map(({ who }) => who),
      reach.map(({ id }) => id),
    ],
    { name: 'cases-tasks' },
  );
}

/** One statement for all cases; one of which nothing changed is not written again. */
async function writeEmergencyAccess(tx: Tx, cases: Cases): Promise<void> {
  const rows = cases.flatMap(({ id, state }) => state.emergencyAccess.map((one) => ({ ...one, of: id, worker: state.worker })));
  if (rows.length === 0) return;
  await tx.query(
    `insert into cases_emergency_access (city, case_id, id, worker, opened_by, at, until, review_due, justified, reviewed_by, reviewed_on)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[], $7::timestamptz[], $8::date[],
       $9::boolean[], $10::uuid[], $11::date[])
     on conflict (city, case_id, id) do update set worker = excluded.worker, justified = excluded.justified,
       reviewed_by = excluded.reviewed_by, reviewed_on = excluded.reviewed_on
       where (cases_emergency_access.worker, cases_emergency_access.reviewed_on) is distinct from (excluded.worker, excluded.reviewed_on)`,
    [
      tx.city,
      rows.map(({ of }) => of),
      rows.map(({ id }) => id),
      rows.map(({ worker }) => worker),
      rows.map(({ by }) => by),
      rows.map(({ at }) => at),
      rows.map(({ until }) => until),
      rows.map(({ reviewDue }) => reviewDue),
      rows.map(({ review }) => review?.justified ?? null),
      rows.map(({ review }) => review?.by ?? null),
      rows.map(({ review }) => review?.on ?? null),
    ],
    { name: 'cases-emergency-access' },
  );
}

async function writeFlags(tx: Tx, cases: Cases): Promise<void> {
  const flags = cases.flatMap(({ id, state }) => state.flags.map((flag) => ({ ...flag, of: id })));
  if (flags.length === 0) return;
  await tx.query(
    `insert into cases_flag (city, case_id, id, reason, raised_by, raised_on, due, settled_by, settled_on)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::date[], $7::date[], $8::uuid[], $9::date[])
     on conflict (city, case_id, id) do update set settled_by = excluded.settled_by, settled_on = excluded.settled_on
       where cases_flag.settled_on is distinct from excluded.settled_on`,
    [
      tx.city,
      flags.map(({ of }) => of),
      flags.map(({ id }) => id),
      flags.map(({ reason }) => reason),
      flags.map(({ by }) => by),
      flags.map(({ on }) => on),
      flags.map(({ due }) => due),
      flags.map(({ settled }) => settled?.by ?? null),
      flags.map(({ settled }) => settled?.on ?? null),
    ],
    { name: 'cases-flag' },
  );
}

async function writeLent(tx: Tx, cases: Cases): Promise<void> {
  const lent = cases.flatMap(({ id, state }) => state.lent.map((one) => ({ ...one, case: id })));
  await tx.query(
    `with now as (select * from unnest($3::uuid[], $4::uuid[], $5::uuid[]) t(case_id, leave, of)),
       gone as (
         delete from cases_lent old where old.city = $1 and old.case_id = any($2)
           and not exists (select from now n where n.case_id = old.case_id and n.leave = old.leave))
     insert into cases_lent (city, case_id, leave, of) select $1, * from now on conflict do nothing`,
    [tx.city, cases.map(({ id }) => id), lent.map((one) => one.case), lent.map(({ leave }) => leave), lent.map(({ of }) => of)],
    { name: 'cases-lent' },
  );
}
