import { Type } from 'typebox';
import { fields, Id } from '../../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../../platform/http/area.ts';
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

/** The same command to many cases: each is asked and refused by itself, and the others stand. */
const bulk = (name: 'assign' | 'refer', path: `/api/cases/bulk/${string}`, summary: string): AnyRoute =>
  route({
    method: 'POST',
    path,
    summary,
    may: [name, 'cases.case'],
    body: fields({ rows: Rows }),
    answer: Type.Object({ rows: Outcomes }),
    async handle({ tx, actor, body, services: { ledger } }) {
      const requests = body.rows.map(({ id, commandId, input }) => ({ kind: caseRecord.kind, id, name, input, commandId }));
      const outcomes = await ledger.run(tx, actor, requests);
      return {
        rows: outcomes.map((one) =>
          one.ok ? { id: one.id, done: true } : { id: one.id, done: false, code: one.refusal.refused, params: { ...one.refusal.params } },
        ),
      };
    },
  });

export const bulkRoutes: readonly AnyRoute[] = [
  bulk('assign', '/api/cases/bulk/assign', 'Give many cases to a worker, at most 100; each with what came of it'),
  bulk('refer', '/api/cases/bulk/refer', 'Refer the children of many cases to one service, at most 100; each with what came of it'),
];
