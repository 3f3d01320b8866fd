import { Type } from 'typebox';
import type { Tx } from '../../../platform/database/pool.ts';
import { type Actor, fields, Id, Line, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type Services } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import type { UserState } from '../domain/index.ts';
import { checkPassword } from './passwords.ts';
import { beginFactor, confirmFactor, isRequired, removeFactor, standing, takeAnyCode } from './secondFactor.ts';
import { limited } from './sessions.ts';

const Password = Type.String({ minLength: 1, maxLength: 200 });

/** Who changes what protects an account says the password again: an open screen alone does not do it. Guesses are counted. */
async function withPassword(services: Services, tx: Tx, actor: Actor, password: string, work: () => Promise<boolean>): Promise<void> {
  const { rows } = await tx.query<{ hash: string }>('select hash from credential where user_id = $1', [actor.id]);
  await limited(services, `second-factor|${actor.id}`, async () => {
    if (!(await checkPassword(rows[0]?.hash, password))) throw new Refused(refuse('accounts.wrong-password', {}, ['/password']));
    if (!(await work())) throw new Refused(refuse('accounts.wrong-code', {}, ['/code']));
  });
}

export const secondFactorRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/session/second-factor',
    summary: "Whether one's own account asks for a code besides the password, and whether it must",
    may: 'signed-in',
    answer: Type.Object({ on: Type.Boolean(), required: Type.Boolean(), recoveryLeft: Type.Integer() }),
    handle: async ({ tx, actor }) => ({ ...(await standing(tx, actor.id)), required: await isRequired(tx, actor.roles) }),
  }),
  route({
    method: 'POST',
    path: '/api/session/second-factor/begin',
    summary: 'A new secret for an app that makes codes, shown this once',
    may: 'signed-in',
    body: fields({ password: Password }),
    answer: Type.Object({ secret: Type.String(), uri: Type.String() }),
    async handle({ tx, actor, body, services }) {
      const user = await services.ledger.find<UserState>(tx, actor.city, 'accounts.user', actor.id);
      await withPassword(services, tx, actor, body.password, async () => true);
      return await beginFactor(services, tx, actor, user?.state.userName ?? '');
    },
  }),
  route({
    method: 'POST',
    path: '/api/session/second-factor/confirm',
    summary: 'Put the second factor in force with a first code; the answer holds the recovery codes, shown this once',
    may: 'signed-in',
    body: fields({ code: Line }),
    answer: Type.Object({ recovery: Type.Array(Type.String()) }),
    handle: async ({ tx, actor, body, services }) => ({
      recovery: await limited(services, `second-factor|${actor.id}`, () => confirmFactor(services, tx, actor, body.code)),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/session/second-factor/remove',
    summary: "Take one's own second factor away, where one's role does not ask for it",
    may: 'signed-in',
    body: fields({ password: Password, code: Line }),
    async handle({ tx, actor, body, services }) {
      if (await isRequired(tx, actor.roles)) throw new Refused(refuse('accounts.second-factor-required'));
      await withPassword(services, tx, actor, body.password, () => takeAnyCode(services, tx, actor.city, actor.id, body.code));
      await removeFactor(services, tx, actor.city, actor.id, actor.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/accounts/users/{id}/second-factor/reset',
    summary: 'Take away the second factor of a user who lost it; all the user’s sessions end, and the log says who did it',
    may: ['invite', 'accounts.user'],
    params: Type.Object({ id: Id }),
    body: fields({}),
    async handle({ tx, actor, params, services }) {
      if (params.id === actor.id) throw new Refused(refuse('accounts.own-account'));
      if (!(await removeFactor(services, tx, actor.city, params.id, actor.id))) throw new Refused(refuse('accounts.no-second-factor'));
      await tx.query('delete from session where user_id = $1', [params.id]);
    },
  }),
];
