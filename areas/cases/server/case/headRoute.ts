import { Type } from 'typebox';
import { holds, Id, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { bornOf, CaseSummary, phaseOf, phases, responsibleOn, tasksOf } from '../../domain/index.ts';
import { type Leave, leaveKind } from '../../domain/parts/lending.ts';
import { forbidding } from '../../domain/protection.ts';
import { safetyNow } from '../../domain/whereabouts.ts';

import { readCase } from './readCase.ts';

export const headRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}',
  summary: 'What stands above every page of a case: whose it is, where it stands, what is due, what may be done next',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    ...CaseSummary,
    version: Type.Integer(),
    source: Type.String(),
    closedOn: Maybe(Type.String()),
    closeReason: Maybe(Type.String()),
    /** How far the work on it is. */
    phase: oneOf(...phases),
    /** Open cases of the same child beside this one: persons with a file each were found to be one. */
    others: Type.Array(Type.Object({ id: Type.String(), openedOn: Type.String(), worker: Maybe(Type.String()) })),
    /** The partner organisation that answers for the child now; null: the office does. */
    handedTo: Maybe(Type.String()),
    /** What is known of the child's safety where it is. */
    safety: Type.String(),
    /** What forbids something to whoever works on the case. */
    forbids: Type.Array(Type.String()),
    /** Until when the reader has it open in an emergency; null where it is his anyway. */
    openUntil: Maybe(Type.String()),
    /** Flags that nobody has settled; `mine`: the reader may settle it. */
    raised: Type.Array(
      Type.Object({
        ...{ id: Type.String(), reason: Type.String(), words: Type.String(), by: Type.String(), on: Type.String() },
        ...{ due: Maybe(Type.String()), mine: Type.Boolean() },
      }),
    ),
    /** Whose the case is who is away, and until when; null where it is with its own worker. */
    lent: Maybe(Type.Object({ of: Type.String(), until: Type.String() })),
    next: Type.Array(Type.String()),
  }),
  async handle(call) {
    const { id, state, version, next } = await readCase(call, call.params.id, 'case page');
    const { person, name, status, worker, ward, riskLevel, openedOn, source, closedOn, closeReason } = state;
    const tasks = tasksOf(state);
    const today = await call.services.ledger.today(call.tx, call.actor.city);
    const others = await call.tx.query<{ id: string; opened_on: string; worker: string | null }>(
      "select id, opened_on, worker from cases_case where city = $1 and person = $2 and id <> $3 and status = 'open' order by opened_on, id",
      [call.actor.city, person, id],
    );
    const { now, me } = { now: call.services.clock().toISOString(), me: call.actor.id };
    const openUntil = state.openings.findLast(({ by, until }) => by === me && until > now)?.until ?? null;
    const raised = state.flags.flatMap(({ settled, ...flag }) =>
      settled ? [] : [{ ...flag, mine: flag.by === me || worker === me || holds(call.actor, 'supervisor') }],
    );
    const lent = state.lent.at(-1);
    const leave = lent && (await call.services.ledger.find<Leave>(call.tx, call.actor.city, leaveKind, lent.leave));
    const due = { dueOn: tasks[0]?.due ?? null, tasks: tasks.length };
    return {
      id,
      person,
      name,
      status,
      worker,
      ward,
      riskLevel,
      born: bornOf(state),
      openedOn,
      ...due,
      flags: raised.length,
      version,
      source,
      closedOn,
      closeReason,
      phase: phaseOf(state),
      others: others.rows.map((row) => ({ id: row.id, openedOn: row.opened_on, worker: row.worker })),
      handedTo: responsibleOn(state, today),
      safety: safetyNow(state, today),
      forbids: [...forbidding(state, today)],
      openUntil,
      raised,
      lent: lent && leave ? { of: lent.of, until: leave.state.until } : null,
      next: [...next],
    };
  },
});
