import type { Call } from '../../../../platform/http/area.ts';
import { caseRecord } from '../../domain/index.ts';

/** Cases that one request may change. */
export const mostAtOnce = 100;

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
