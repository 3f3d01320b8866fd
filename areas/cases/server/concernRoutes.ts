import { Type } from 'typebox';
import { fields, Id, IsoDate, Line, Maybe, oneOf, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { readRecord } from '../../../platform/http/readRecord.ts';
import { historyOf } from '../../../platform/ledger/follow.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { type ConcernState, ConcernSummary, caseRecord, concernRecord, riskLevels } from '../domain/index.ts';
import { Happened, tell } from './happened.ts';

export const concernRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/cases/concern/{id}',
    summary: 'A concern: what is feared for whom, and what became of it',
    may: ['read', 'cases.concern'],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      ...ConcernSummary,
      case: Maybe(Id),
      version: Type.Integer(),
      what: Type.String(),
      dismissedBecause: Maybe(Type.String()),
      next: Type.Array(Type.String()),
      history: Type.Array(Happened),
    }),
    async handle(call) {
      const { id, state, version, next } = await readRecord(call, concernRecord, call.params.id, 'concern page');
      const { sealedFor: _, ...shown } = state;
      const history = await historyOf(call.tx, call.services.ledger.keys, call.actor.city, id);
      return { id, version, ...shown, next, history: history.map(tell) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/cases/concern/{id}/take-up',
    summary: 'Take a concern up: open a case for it, or put it into a case that is there',
    may: ['accept', 'cases.concern'],
    params: Type.Object({ id: Id }),
    body: fields({
      commandId: Id,
      case: Id,
      open: Type.Optional(
        fields({
          riskLevel: oneOf(...riskLevels),
          worker: Maybe(Id),
          actions: Type.Array(fields({ what: Line, who: Id, due: IsoDate }), { maxItems: 20 }),
        }),
      ),
    }),
    answer: Type.Object({ case: Id, version: Type.Integer() }),
    async handle({ tx, actor, ability, params, body, services: { ledger } }) {
      const { city } = actor;
      const found = await ledger.find<ConcernState>(tx, city, concernRecord.kind, params.id);
      if (!found) throw new Refused(refuse('ledger.not-found'));
      const { person, source, ward, born, name, what, status } = found.state;
      // Sent again after its answer was lost.
      if (found.state.case === body.case) return { case: body.case, version: found.version };
      if (!allows(ability, 'accept', concernRecord.kind, { ...concernRecord.facts(found.state), city }))
        throw new Refused(refuse('ledger.not-found'));
      if (status !== 'open') throw new Refused(refuse('cases.concern-settled'));
      const about = { person, source, ward, born, name, concern: what };
      const into = body.open
        ? { kind: caseRecord.kind, id: body.case, name: 'open', input: { ...about, ...body.open } }
        : { kind: caseRecord.kind, id: body.case, name: 'note', input: { text: what } };
      await ledger.runAll(tx, actor, [into]);
      const accept = { kind: concernRecord.kind, id: params.id, name: 'accept', input: { case: body.case }, commandId: body.commandId };
      const [accepted] = await ledger.runAll(tx, actor, [accept]);
      return { case: body.case, version: accepted!.ok ? accepted!.version : 0 };
    },
  }),
];
