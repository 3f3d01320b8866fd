import { refuse } from '../../decider/index.ts';
import { type AnyRoute, type Call, route } from '../../http/area.ts';
import { Refused } from '../../ledger/problems.ts';
import { allowsSome } from '../../permissions/ability.ts';
import { manyContract } from '../contract.ts';
import type { AnyList } from '../list.ts';

/** The same command to many records: each is decided separately, and a refusal leaves the others. */
export async function each(
  { tx, actor, services }: Pick<Call<undefined, undefined, undefined>, 'tx' | 'actor' | 'services'>,
  kind: string,
  name: string,
  rows: readonly { readonly id: string; readonly commandId?: string; readonly input: unknown }[],
) {
  const outcomes = await services.ledger.run(
    tx,
    actor,
    rows.map((row) => ({ kind, name, ...row })),
  );
  return outcomes.map((one) =>
    one.ok ? { id: one.id, done: true } : { id: one.id, done: false, code: one.refusal.refused, params: { ...one.refusal.params } },
  );
}

/** What may be done to many rows of a list at once. */
export const manyRoute = (list: AnyList, commands: readonly string[]): AnyRoute =>
  route(manyContract(list, commands), async (call) => {
    const { command, rows } = call.body;
    if (!allowsSome(call.ability, command, list.kind)) throw new Refused(refuse('ledger.not-allowed'));
    return { rows: await each(call, list.kind, command, rows) };
  });
