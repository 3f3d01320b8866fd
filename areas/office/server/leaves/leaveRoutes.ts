import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, IsoDate, Maybe, oneOf, refuse } from '../../../../platform/decider/index.ts';
import { type AnyRoute, type Call, route } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { each, mostAtOnce, Outcomes, ofTasks } from '../../../cases/server/readers.ts';
import { leaveEnds, leaveRecord } from '../../domain/index.ts';
import { countOf, type LeaveRow, leaveColumns, lentFor, shareOut, someOf, toHandOver } from './moving.ts';

const Leave = {
  id: Type.String(),
  worker: Type.String(),
  from: Type.String(),
  until: Type.String(),
  to: Type.Array(Type.String()),
  /** Cases that are to be handed over still, and those that are with substitutes. */
  left: Type.Integer(),
  lent: Type.Integer(),
};
const Id1 = Type.Object({ id: Id });
/** What one step of many moved; `next` is where the following begins, null at the end. */
const Step = Type.Object({ rows: Outcomes, next: Maybe(Type.String()), left: Type.Integer() });
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
  route({
    method: 'POST',
    path: '/api/office/leaves/preview',
    summary:
      'What a worker’s leave would move: how many cases, which of them have a visit or a day in court in the time, what else waits for him',
    may: ['plan', 'office.leave'],
    body: fields({
      worker: Id,
      from: IsoDate,
      until: IsoDate,
      to: Type.Array(Id, { maxItems: 20 }),
      cases: Type.Optional(Type.Array(Id, { maxItems: 1000 })),
    }),
    answer: Type.Object({
      cases: Type.Integer(),
      high: Type.Integer(),
      /** Cases with something due in the time, by kind of task. */
      due: Type.Array(Type.Object({ kind: Type.String(), cases: Type.Integer() })),
      elsewhere: Type.Integer(),
      /** Those of the substitutes who are away in the time themselves. */
      away: Type.Array(Type.String()),
    }),
    async handle({ tx, actor: { city }, body }) {
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
    },
  }),
  route({
    method: 'GET',
    path: '/api/office/leaves',
    summary: 'Who is away or will be, and whose cases are to be handed over or given back',
    may: ['read', 'office.leave'],
    answer: Type.Object({ today: Type.String(), rows: Type.Array(Type.Object(Leave)) }),
    async handle(call) {
      const today = await call.services.ledger.today(call.tx, call.actor.city);
      const rows = await call.tx.run<LeaveRow>(
        sql`select ${leaveColumns} from office_leave l where l.city = ${call.actor.city} and l.ended is null order by l.until_day, l.id limit 200`,
      );
      const answer = [];
      for (const row of rows) answer.push(await shown(call, row, today));
      return { today, rows: answer };
    },
  }),
  route({
    method: 'GET',
    path: '/api/office/leaves/{id}',
    summary: 'One leave: what is left to do for it, and what waits for who is away in cases of others',
    may: ['read', 'office.leave'],
    params: Id1,
    answer: Type.Object({
      ...Leave,
      today: Type.String(),
      ended: Maybe(Type.String()),
      elsewhere: Type.Array(Type.Object({ case: Type.String(), kind: Type.String(), due: Type.String(), worker: Maybe(Type.String()) })),
    }),
    async handle(call) {
      const { city } = call.actor;
      const leave = await leaveOf(call, call.params.id);
      const today = await call.services.ledger.today(call.tx, city);
      const waits = leave.ended
        ? []
        : await call.tx.run<{ case: string; kind: string; due: string; worker: string | null }>(
            sql`select a.case_id as case, a.kind, a.due::text as due, c.worker ${elsewhere(city, leave.worker, leave.until_day)}
                order by a.due, a.id limit 100`,
          );
      return { ...(await shown(call, leave, today)), today, ended: leave.ended, elsewhere: waits };
    },
  }),
  route({
    method: 'POST',
    path: '/api/office/leaves/{id}/hand-over',
    summary: 'Hand over the next 100 cases of who is away; what was moved before is not moved again',
    may: ['lend', 'cases.case'],
    params: Id1,
    body: fields({ after: Type.Optional(Id) }),
    answer: Step,
    async handle(call) {
      const { tx, actor, body, params } = call;
      const leave = await leaveOf(call, params.id);
      if (leave.ended) throw new Refused(refuse('cases.leave-ended'));
      const which = toHandOver(leave, actor.city);
      const ids = await someOf(tx, which, body.after, mostAtOnce);
      const shared = await shareOut(tx, leave, actor.city, ids);
      const rows = await each(
        call,
        'lend',
        shared.map(({ id, to }) => ({ id, input: { leave: leave.id, to } })),
      );
      return { rows, next: ids.length === mostAtOnce ? ids.at(-1)! : null, left: await countOf(tx, which) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/office/leaves/{id}/end',
    summary: 'Give back the next 100 cases of who is back, or leave them where they are for good; the leave ends with the last',
    may: ['give-back', 'cases.case'],
    params: Id1,
    body: fields({ how: oneOf(...leaveEnds), after: Type.Optional(Id) }),
    answer: Step,
    async handle(call) {
      const { tx, actor, body, params, services } = call;
      const leave = await leaveOf(call, params.id);
      const which = lentFor(leave.id, actor.city);
      const ids = await someOf(tx, which, body.after, mostAtOnce);
      const rows = await each(
        call,
        body.how === 'kept' ? 'keep' : 'give-back',
        ids.map((id) => ({ id, input: { leave: leave.id } })),
      );
      const left = await countOf(tx, which);
      if (left === 0 && !leave.ended)
        await services.ledger.runAll(tx, actor, [{ kind: leaveRecord.kind, id: leave.id, name: 'end', input: { how: body.how } }]);
      return { rows, next: ids.length === mostAtOnce ? ids.at(-1)! : null, left };
    },
  }),
];
