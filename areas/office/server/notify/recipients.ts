import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../../platform/database/pool.ts';
import type { Actor } from '../../../../platform/decider/index.ts';
import type { Services } from '../../../../platform/http/area.ts';
import type { Asker } from '../../../../platform/http/waiting.ts';
import { allowsSome } from '../../../../platform/permissions/ability.ts';
import { where } from '../../../../platform/permissions/where.ts';
import { activeUsers } from '../../../accounts/server/readers.ts';

/** A user who asks what is waiting, with what their roles let them read today. Undefined if they are not active, or may no longer be notified. */
export async function askerOf(
  { ledger, clock }: Services,
  tx: Tx,
  user: string,
  [action, kind]: readonly [action: string, kind: string],
): Promise<Asker | undefined> {
  const today = await ledger.today(tx, tx.city);
  const [found] = await activeUsers(tx, today, user);
  if (!found) return undefined;
  const actor: Actor = { ...found, city: tx.city };
  const ability = ledger.abilityOf(actor, today);
  if (!allowsSome(ability, action, kind)) return undefined;
  return {
    tx,
    actor,
    today,
    now: clock(),
    where: (does: string, of: string, alias: string): RawBuilder<boolean> => where(ability, does, of, alias),
  };
}

/** The key that seals what is kept of a user. Undefined where it was destroyed. */
export const keyOfUser = async ({ ledger }: Services, tx: Tx, user: string): Promise<Buffer | undefined> =>
  (await ledger.keys.find(tx, tx.city, [user])).get(user);
