import { sql } from 'kysely';
import type { Tx } from '../../../../platform/database/pool.ts';
import { refuse } from '../../../../platform/decider/index.ts';
import { type AnyRoute, route, type Services } from '../../../../platform/http/area.ts';
import { historyRoute } from '../../../../platform/http/historyRoute.ts';
import { readRecord, recordRoute } from '../../../../platform/http/readRecord.ts';
import type { TodayCall } from '../../../../platform/http/waiting.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { mostChosen } from '../../../../platform/lists/list.ts';
import { each } from '../../../../platform/lists/server/many.ts';
import type { StoredRow } from '../../../../platform/lists/server/table.ts';
import { caseRecord } from '../../../cases/domain/index.ts';
import { ofTasks } from '../../../cases/server/readers.ts';
import * as contract from '../../contract/index.ts';
import { type LeaveState, leaveRecord } from '../../domain/index.ts';
import { countOf, lentFor, shareOut, someOf, toHandOver } from './moving.ts';
import { leaveTable } from './view.ts';

/** How many cases are to be handed over today because of a leave, and how many are with substitutes. */
async function movable(tx: Tx, id: string, leave: LeaveState, today: string) {
  const isDue = leave.ended === null && leave.from <= today && today <= leave.until;
  return { left: isDue ? await countOf(tx, toHandOver(leave, tx.city)) : 0, lent: await countOf(tx, lentFor(id, tx.city)) };
}

/** Tasks of somebody in cases that are not handed over with their own, until a day: what they would have done there. */
const elsewhere = (city: number, worker: string, until: string) =>
  sql`from ${ofTasks}
      where a.city = ${city} and a.who = ${worker} and a.due <= ${until} and c.status = 'open' and c.worker is distinct from ${worker}`;

/** The next cases that a step moves, and where the following begins. */
async function nextCases(tx: Tx, which: ReturnType<typeof lentFor>, after: string | undefined) {
  const ids = await someOf(tx, which, after, mostChosen);
  return { ids, next: ids.length === mostChosen ? ids.at(-1)! : null };
}

/** The leaves that are not over, with what is to be moved because of each. */
async function leavesNow(services: Services, tx: Tx, today: string) {
  const found = await tx.run<StoredRow>(
    sql`select l.* from office_leave l where l.city = ${tx.city} and l.ended is null order by l.until, l.id limit 200`,
  );
  const rows = [];
  for (const leave of await leaveTable.open(services, tx, found)) rows.push({ ...leave, ...(await movable(tx, leave.id, leave, today)) });
  return rows;
}

/** Those because of which a supervisor has to hand over or give back cases now. */
export const leavesToMove = async ({ services, tx, today }: TodayCall) =>
  (await leavesNow(services, tx, today)).filter(({ until, left }) => until < today || left > 0);

export const leaveRoutes: readonly AnyRoute[] = [
  historyRoute(leaveRecord),
  route(contract.previewLeave, async ({ tx, actor: { city }, body }) => {
    const { worker, from, until, to, cases = null } = body;
    const which = toHandOver({ worker, cases }, city);
    const due = await tx.run<{ kind: string; cases: number }>(
      sql`select a.kind, count(distinct a.case_id)::int as cases from ${ofTasks}
            where ${which} and a.city = ${city} and a.kind in ('visit', 'court-date', 'conference', 'flag') and a.due between ${from} and ${until}
            group by a.kind order by count(*) desc, a.kind`,
    );
    const away = await tx.run<{ worker: string }>(
      sql`select l.worker from office_leave l where l.city = ${city} and l.ended is null and l.worker = any(${to}::uuid[])
              and l.from <= ${until} and l.until >= ${from} order by l.worker`,
    );
    const [other] = await tx.run<{ n: number }>(sql`select count(*)::int as n ${elsewhere(city, worker, until)}`);
    return {
      cases: await countOf(tx, which),
      high: await countOf(tx, sql<boolean>`${which} and c.risk_level = 'high'`),
      due,
      elsewhere: other!.n,
      away: away.map((row) => row.worker),
    };
  }),
  route(contract.listLeaves, async ({ tx, services }) => ({
    rows: await leavesNow(services, tx, await services.ledger.today(tx, tx.city)),
  })),
  recordRoute(contract.readLeave, leaveRecord, null, async (leave, { tx, services }, { id, next }) => {
    const { worker, from, until, ended } = leave;
    const today = await services.ledger.today(tx, tx.city);
    const { left, lent } = await movable(tx, id, leave, today);
    const waits = ended
      ? []
      : await tx.run<{ case: string; kind: string; due: string; worker: string | null }>(
          sql`select a.case_id as case, a.kind, a.due::text as due, c.worker ${elsewhere(tx.city, worker, until)} order by a.due, a.id limit 100`,
        );
    // A leave that goes as planned is not ended: its cases come back when its worker does.
    const isNow: Readonly<Record<string, boolean>> = { 'hand-over': left > 0, end: lent > 0 || from > today || until < today };
    return { ...leave, left, lent, elsewhere: waits, next: (await next()).filter((act) => isNow[act] ?? true) };
  }),
  route(contract.handOverCases, async (call) => {
    const { tx, actor, body, params } = call;
    const { id: leave, state } = await readRecord(call, leaveRecord, params.id, null);
    if (state.ended) throw new Refused(refuse('office.leave-ended'));
    const which = toHandOver(state, actor.city);
    const { ids, next } = await nextCases(tx, which, body.after);
    const shared = await shareOut(tx, { id: leave, to: state.to }, ids);
    const rows = await each(
      call,
      caseRecord.kind,
      'lend',
      shared.map(({ id, to }) => ({ id, input: { leave, to } })),
    );
    return { rows, next, left: await countOf(tx, which) };
  }),
  route(contract.giveBackCases, async (call) => {
    const { tx, actor, body, params, services } = call;
    const { id: leave, state } = await readRecord(call, leaveRecord, params.id, null);
    const which = lentFor(leave, actor.city);
    const { ids, next } = await nextCases(tx, which, body.after);
    const rows = await each(
      call,
      caseRecord.kind,
      body.how === 'kept' ? 'keep' : 'give-back',
      ids.map((id) => ({ id, input: { leave } })),
    );
    const left = await countOf(tx, which);
    if (left === 0 && !state.ended)
      await services.ledger.runAll(tx, actor, [{ kind: leaveRecord.kind, id: leave, name: 'end', input: { how: body.how } }]);
    return { rows, next, left };
  }),
];
