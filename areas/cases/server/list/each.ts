import { Type } from 'typebox';
import type { Call } from '../../../../platform/http/area.ts';
import { caseRecord } from '../../domain/index.ts';

/** Cases that one request may change. */
export const mostAtOnce = 100;

/** What came of a command for each case. */
export const Outcomes = Type.Array(
  Type.Object({
    id: Type.String(),
    done: Type.Boolean(),
    /** The problem's code and what its sentence names, where it was refused. */
    code: Type.Optional(Type.String()),
    params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  }),
);

/** The same command to many cases: each is asked and refused by itself, and the others stand. */
export async function each(
  { tx, actor, services }: Pick<Call<undefined, undefined, undefined>, 'tx' | 'actor' | 'services'>,
  name: string,
  rows: readonly { readonly id: string; readonly commandId?: string; readonly input: unknown }[],
) {
  const requests = rows.map((row) => ({ kind: caseRecord.kind, name, ...row }));
  const outcomes = await services.ledger.run(tx, actor, requests);
  return outcomes.map((one) =>
    one.ok ? { id: one.id, done: true } : { id: one.id, done: false, code: one.refusal.refused, params: { ...one.refusal.params } },
  );
}
