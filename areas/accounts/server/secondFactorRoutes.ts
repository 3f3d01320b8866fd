import type { Tx } from '../../../platform/database/pool.ts';
import { type Actor, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type Services } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import * as contract from '../contract/index.ts';
import type { UserState } from '../domain/index.ts';
import { checkPassword } from './passwords.ts';
import { beginFactor, confirmFactor, isRequired, removeFactor, standing, takeAnyCode } from './secondFactor.ts';
import { limited } from './sessions.ts';

/** Who changes what protects an account says the password again: an open screen alone does not do it. Guesses are counted. */
async function withPassword(services: Services, tx: Tx, actor: Actor, password: string, work: () => Promise<boolean>): Promise<void> {
  const { rows } = await tx.query<{ hash: string }>('select hash from credential where user_id = $1', [actor.id]);
  await limited(services, `second-factor|${actor.id}`, async () => {
    if (!(await checkPassword(rows[0]?.hash, password))) throw new Refused(refuse('accounts.wrong-password', {}, ['/password']));
    if (!(await work())) throw new Refused(refuse('accounts.wrong-code', {}, ['/code']));
  });
}

export const secondFactorRoutes: readonly AnyRoute[] = [
  route(contract.readSecondFactor, async ({ tx, actor }) => ({
    ...(await standing(tx, actor.id)),
    required: await isRequired(tx, actor.roles),
  })),
  route(contract.beginSecondFactor, async ({ tx, actor, body, services }) => {
    const user = await services.ledger.find<UserState>(tx, actor.city, 'accounts.user', actor.id);
    await withPassword(services, tx, actor, body.password, async () => true);
    return await beginFactor(services, tx, actor, user?.state.userName ?? '');
  }),
  route(contract.confirmSecondFactor, async ({ tx, actor, body, services }) => ({
    recovery: await limited(services, `second-factor|${actor.id}`, () => confirmFactor(services, tx, actor, body.code)),
  })),
  route(contract.removeSecondFactor, async ({ tx, actor, body, services }) => {
    if (await isRequired(tx, actor.roles)) throw new Refused(refuse('accounts.second-factor-required'));
    await withPassword(services, tx, actor, body.password, () => takeAnyCode(services, tx, actor.city, actor.id, body.code));
    await removeFactor(services, tx, actor.city, actor.id, actor.id);
  }),
  route(contract.resetSecondFactor, async ({ tx, actor, params, services }) => {
    if (params.id === actor.id) throw new Refused(refuse('accounts.own-account'));
    if (!(await removeFactor(services, tx, actor.city, params.id, actor.id))) throw new Refused(refuse('accounts.no-second-factor'));
    await tx.query('delete from session where user_id = $1', [params.id]);
  }),
];
