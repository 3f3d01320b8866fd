import { sql } from 'kysely';
import { refuse } from '../../../../platform/decider/index.ts';
import { type AnyRoute, type Call, route } from '../../../../platform/http/area.ts';
import { historyRoute } from '../../../../platform/http/historyRoute.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { mostChosen } from '../../../../platform/lists/list.ts';
import { each } from '../../../../platform/lists/server/many.ts';
import { caseRecord } from '../../../cases/domain/index.ts';
import { ofTasks } from '../../../cases/server/readers.ts';
import * as contract from '../../contract/index.ts';
import { leaveRecord } from '../../domain/index.ts';
import { countOf, type LeaveRow, leaveColumns, lentFor, shareOut, someOf, toHandOver } from './moving.ts';

type Reading = Pick<Call<undefined, undefined, undefined>, 'tx' | 'actor'>;

async function shown({ tx, actor: { city } }: Reading, leave: LeaveRow, today: string) {
  const { id, worker, from_day: from, until_day: until, substitutes, ended } = leave;
  const due = ended === null && from <= today && today <= until;
  const left = due ? await countOf(tx, toHandOver(leave, city)) : 0;
  return { id, worker, from, until, to: [...substitutes], left, lent: await countOf(tx, lentFor(id, city)) };
}

async function leaveOf({ tx, actor: { city } }: Reading, id: string): Promise<LeaveRow> {
  const [row] = await tx.run<LeaveRow>(sql`select ${leaveColumns} from office_leave l where l.city = ${city} and l.id = ${id}`);
  if (!row) throw new Refused(refuse('ledger.not-found'));
  return row;
}

/** Tasks of somebody in cases that are not handed over with his own, until a day: what he would have done there. */
const elsewhere = (city: number, worker: string, until: string) =>
  sql`from ${ofTasks}
      where a.city = ${city} and a.who = ${worker} and a.due <= ${until} and c.status = 'open' and c.worker is distinct from ${worker}`;

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
      sql`select worker from office_leave where city = ${city} and ended is null and worker = any(${to}::uuid[])
              and from_day <= ${until} and until_day >= ${from} order by worker`,
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
  route(contract.listLeaves, async (call) => {
    const today = await call.services.ledger.today(call.tx, call.actor.city);
    const rows = await call.tx.run<LeaveRow>(
      sql`select ${leaveColumns} from office_leave l where l.city = ${call.actor.city} and l.ended is null order by l.until_day, l.id limit 200`,
    );
    const answer = [];
    for (const row of rows) answer.push(await shown(call, row, today));
    return { rows: answer };
  }),
  route(contract.readLeave, async (call) => {
    const { city } = call.actor;
    const leave = await leaveOf(call, call.params.id);
    const today = await call.services.ledger.today(call.tx, city);
    const waits = leave.ended
      ? []
      : await call.tx.run<{ case: string; kind: string; due: string; worker: string | null }>(
          sql`select a.case_id as case, a.kind, a.due::text as due, c.worker ${elsewhere(city, leave.worker, leave.until_day)}
                order by a.due, a.id limit 100`,
        );
    return { ...(await shown(call, leave, today)), ended: leave.ended, elsewhere: waits };
  }),
  route(contract.handOverCases, async (call) => {
    const { tx, actor, body, params } = call;
    const leave = await leaveOf(call, params.id);
    if (leave.ended) throw new Refused(refuse('office.leave-ended'));
    const which = toHandOver(leave, actor.city);
    const ids = await someOf(tx, which, body.after, mostChosen);
    const shared = await shareOut(tx, leave, actor.city, ids);
    const rows = await each(
      call,
      caseRecord.kind,
      'lend',
      shared.map(({ id, to }) => ({ id, input: { leave: leave.id, to } })),
    );
    return { rows, next: ids.length === mostChosen ? ids.at(-1)! : null, left: await countOf(tx, which) };
  }),
  route(contract.endLeave, async (call) => {
    const { tx, actor, body, params, services } = call;
    const leave = await leaveOf(call, params.id);
    const which = lentFor(leave.id, actor.city);
    const ids = await someOf(tx, which, body.after, mostChosen);
    const rows = await each(
      call,
      caseRecord.kind,
      body.how === 'kept' ? 'keep' : 'give-back',
      ids.map((id) => ({ id, input: { leave: leave.id } })),
    );
    const left = await countOf(tx, which);
    if (left === 0 && !leave.ended)
      await services.ledger.runAll(tx, actor, [{ kind: leaveRecord.kind, id: leave.id, name: 'end', input: { how: body.how } }]);
    return { rows, next: ids.length === mostChosen ? ids.at(-1)! : null, left };
  }),
];
