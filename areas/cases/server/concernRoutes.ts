import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, IsoDate, Line, Maybe, oneOf, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { readRecord } from '../../../platform/http/readRecord.ts';
import { historyOf } from '../../../platform/ledger/follow.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { type ConcernState, caseRecord, concernRecord, riskLevels } from '../domain/index.ts';
import { Happened, tell } from './happened.ts';
import { type ConcernRow, ConcernSummary, openConcerns } from './rows.ts';

const pageSize = 50;

export const concernRoutes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/cases/concerns/list',
    summary: 'Concerns open to the reader, those that wait longest first',
    may: ['read', 'cases.concern'],
    shows: 'identity',
    body: fields({
      status: Type.Optional(oneOf('open', 'accepted', 'dismissed')),
      after: Type.Optional(fields({ raisedOn: IsoDate, id: Id })),
    }),
    answer: Type.Object({
      rows: Type.Array(Type.Object(ConcernSummary)),
      next: Maybe(Type.Object({ raisedOn: Type.String(), id: Type.String() })),
      total: Type.Integer(),
    }),
    async handle({ tx, actor, body, services, note, where }) {
      const may = where('read', 'cases.concern', 'k');
      const scope = sql<boolean>`k.city = ${actor.city} and k.status = ${body.status ?? 'open'} and ${may}`;
      const after = body.after
        ? sql<boolean>`(k.raised_on, k.id) > (${body.after.raisedOn}::date, ${body.after.id}::uuid)`
        : sql<boolean>`true`;
      const rows = await tx.run<ConcernRow>(
        sql<ConcernRow>`select k.* from cases_concern k where ${scope} and ${after} order by k.raised_on, k.id limit ${pageSize + 1}`,
      );
      const [total] = await tx.run<{ n: number }>(sql<{ n: number }>`select count(*)::int as n from cases_concern k where ${scope}`);
      const shown = rows.slice(0, pageSize);
      await note(
        'cases.concern',
        shown.map(({ id }) => id),
        'list of concerns',
      );
      const last = shown.at(-1);
      return {
        rows: await openConcerns(services, tx, shown),
        next: rows.length > pageSize && last ? { raisedOn: last.raised_on, id: last.id } : null,
        total: total!.n,
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/cases/concern/{id}',
    summary: 'A concern: what is feared for whom, and what became of it',
    may: ['read', 'cases.concern'],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      ...ConcernSummary,
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
