import { Type } from 'typebox';
import { fields, Id } from '../../../../platform/decider/index.ts';
import { type AnyRoute, type Call, route } from '../../../../platform/http/area.ts';
import { caseRecord } from '../../domain/index.ts';

/** Cases that one request may change. */
const most = 100;
const Rows = Type.Array(fields({ id: Id, commandId: Id, input: Type.Unknown() }), { minItems: 1, maxItems: most });
const Outcomes = Type.Array(
  Type.Object({
    id: Type.String(),
    done: Type.Boolean(),
    /** The problem's code and what its sentence names, where it was refused. */
    code: Type.Optional(Type.String()),
    params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  }),
);

const Answer = Type.Object({ rows: Outcomes });
type Given = Pick<Call<undefined, undefined, undefined>, 'tx' | 'actor' | 'services'>;

/** The same command to many cases: each is asked and refused by itself, and the others stand. */
async function each({ tx, actor, services }: Given, name: string, rows: readonly { id: string; commandId: string; input: unknown }[]) {
  const requests = rows.map(({ id, commandId, input }) => ({ kind: caseRecord.kind, id, name, input, commandId }));
  const outcomes = await services.ledger.run(tx, actor, requests);
  return {
    rows: outcomes.map((one) =>
      one.ok ? { id: one.id, done: true } : { id: one.id, done: false, code: one.refusal.refused, params: { ...one.refusal.params } },
    ),
  };
}

export const bulkRoutes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/cases/bulk/assign',
    summary: 'Give many cases to a worker, at most 100; each with what came of it',
    may: ['assign', 'cases.case'],
    body: fields({ rows: Rows }),
    answer: Answer,
    handle: (call) => each(call, 'assign', call.body.rows),
  }),
  route({
    method: 'POST',
    path: '/api/cases/bulk/refer',
    summary: 'Refer the children of many cases to one service, at most 100; each with what came of it',
    may: ['refer', 'cases.case'],
    body: fields({ rows: Rows }),
    answer: Answer,
    handle: (call) => each(call, 'refer', call.body.rows),
  }),
  route({
    method: 'POST',
    path: '/api/cases/bulk/change-risk',
    summary: 'Change the level of risk of many cases for one reason, at most 100; each with what came of it',
    may: ['change-risk', 'cases.case'],
    body: fields({ rows: Rows }),
    answer: Answer,
    handle: (call) => each(call, 'change-risk', call.body.rows),
  }),
  route({
    method: 'POST',
    path: '/api/cases/bulk/note',
    summary: 'Write the same note into many cases, at most 100; each with what came of it',
    may: ['note', 'cases.case'],
    body: fields({ rows: Rows }),
    answer: Answer,
    handle: (call) => each(call, 'note', call.body.rows),
  }),
];
