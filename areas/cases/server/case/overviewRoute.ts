import { Type } from 'typebox';
import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { historyOf } from '../../../../platform/ledger/follow.ts';
import { type ConcernState, concernRecord, hindrances, tasksOf } from '../../domain/index.ts';
import { Happened, tell } from '../happened.ts';
import { concernsOf } from '../reading.ts';
import { readCase } from './readCase.ts';

export const overviewRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}/overview',
  summary: 'The first page of a case: what is to be done, the concerns it came from, and its whole history',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    child: Maybe(Type.String()),
    concerns: Type.Array(
      Type.Object({ id: Type.String(), on: Type.String(), source: Type.String(), by: Type.String(), what: Type.String() }),
    ),
    tasks: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: Type.String(),
        who: Maybe(Type.String()),
        role: Type.Optional(Type.String()),
        due: Type.String(),
        what: Type.Optional(Type.String()),
      }),
    ),
    actions: Type.Array(
      Type.Object({
        id: Type.String(),
        what: Type.String(),
        who: Type.String(),
        due: Type.String(),
        settled: Maybe(Type.String()),
        settledOn: Maybe(Type.String()),
      }),
    ),
    /** What stands in the way of closing it with its goals met: codes of problems, and what their sentences name. */
    hinders: Type.Array(
      Type.Object({ code: Type.String(), params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])) }),
    ),
    history: Type.Array(Happened),
    openings: Type.Array(
      Type.Object({
        ...{ id: Type.String(), by: Type.String(), at: Type.String(), until: Type.String(), because: Type.String() },
        review: Maybe(Type.Object({ justified: Type.Boolean(), on: Type.String(), by: Type.String(), note: Type.String() })),
      }),
    ),
  }),
  async handle(call) {
    const { tx, actor, services } = call;
    const { city } = actor;
    const { id, state } = await readCase(call, call.params.id, 'case overview');
    const history = await historyOf(tx, services.ledger.keys, city, id);
    const joined = await concernsOf(tx, id);
    const concerns = await services.ledger.findMany<ConcernState>(tx, city, concernRecord.kind, joined);
    // The record of the child on the list of those at risk has its id from the person.
    const child = state.person && services.sealing.idFor(city, 'risks.child', state.person);
    const listed = child && (await tx.query('select 1 from record where city = $1 and id = $2', [city, child])).rowCount;
    return {
      child: listed ? child : null,
      concerns: joined.flatMap((one) => {
        const concern = concerns.get(one)?.state;
        return concern ? [{ id: one, on: concern.raisedOn, source: concern.source, by: concern.raisedBy, what: concern.what }] : [];
      }),
      tasks: tasksOf(state).map((task) => ({ ...task })),
      actions: state.actions.map((action) => ({ ...action })),
      hinders: hindrances(state, 'goals-met', await services.ledger.today(tx, city)).map(({ refused, params }) => ({
        code: refused,
        params: { ...params },
      })),
      openings: state.openings.map((one) => ({ ...one, review: one.review && { ...one.review } })),
      // What was begun and not completed is no fact yet.
      history: history.filter(({ type }) => type !== 'answers-drafted' && type !== 'draft-discarded').map(tell),
    };
  },
});
