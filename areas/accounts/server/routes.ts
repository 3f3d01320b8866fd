import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Tx } from '../../../platform/database/pool.ts';
import { type Role, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type Services, type Session } from '../../../platform/http/area.ts';
import { readRecord } from '../../../platform/http/readRecord.ts';
import { cityOf } from '../../../platform/ledger/city.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { actionsByKind } from '../../../platform/permissions/ability.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import * as contract from '../contract/index.ts';
import { heldOn, isTimeZone, type RoleTerm, type UserState, userRecord } from '../domain/index.ts';
import { checkPassword, hashPassword, makePassword, weakness } from './passwords.ts';
import { wardsListed } from './reading.ts';
import { readingsRoute } from './readingsRoute.ts';
import { cookieOf, cookieSeconds, signIn, signOut } from './sessions.ts';
import { switches } from './switches.ts';
import { createUser, foundCity } from './users.ts';
import { cardBinding } from './views.ts';

/** The setup code that lets whoever started the server, and nobody else, set it up. New at each start, in memory only. */
export const setupToken = randomBytes(18).toString('base64url');

async function openUsers(services: Services, tx: Tx, city: number, id?: string) {
  const { rows } = await tx.query<{
    id: string;
    roles: Role[];
    terms: RoleTerm[];
    organisation: string | null;
    active: boolean;
    second_factor: boolean;
    languages: string[];
    wards: string[];
    card: Buffer;
  }>(
    'select id, roles, terms, organisation, active, second_factor, languages, wards, card from accounts_user where city = $1 and ($2::uuid is null or id = $2) order by id',
    [city, id ?? null],
  );
  const today = await services.ledger.today(tx, city);
  const keys = await services.ledger.keys.find(
    tx,
    city,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => {
    const key = keys.get(row.id);
    const card = key ? (openJson(key, row.card, cardBinding(city, row.id)) as { name: string; userName: string }) : undefined;
    const { organisation, active, languages, wards } = row;
    return card
      ? [{ id: row.id, ...heldOn(row, today), organisation, active, secondFactor: row.second_factor, languages, wards, ...card }]
      : [];
  });
}

const isSetUp = async (services: Services) => (await services.pool.query('select 1 from city limit 1')).rows.length > 0;

/** The wards that the registers brought. */
export type WardsFound = (tx: Tx) => Promise<readonly string[]>;

export const routesWith = (wardsFound: WardsFound): readonly AnyRoute[] => [
  route(contract.readSession, async ({ tx, actor, ability, session, services }) => {
    if (!(session as Session | undefined)) return { user: null };
    const [user] = await openUsers(services, tx, actor.city, actor.id);
    const held = await tx.query<{ must_change: boolean; must_add_factor: boolean }>(
      'select c.must_change, s.must_add_factor from credential c join session s using (user_id) where s.id = $1',
      [session.id],
    );
    // Where the city has no list yet, those that its registers brought.
    const listed = await wardsListed(tx);
    const wards = listed.length > 0 ? listed : (await wardsFound(tx)).map((code) => ({ code, name: code }));
    const today = await services.ledger.today(tx, actor.city);
    return {
      user: {
        id: actor.id,
        name: user?.name ?? '',
        roles: actor.roles,
        terms: user?.terms ?? [],
        organisation: actor.organisation ?? null,
      },
      csrf: session.csrf,
      draftKey: services.sealing.deviceKey(actor.city, actor.id, await services.ledger.keys.lastDestroyed(tx, actor.city)),
      may: actionsByKind(ability),
      mustChange: held.rows[0]?.must_change ?? false,
      mustAddFactor: held.rows[0]?.must_add_factor ?? false,
      city: {
        ...(await cityOf(tx)),
        today,
        wards: wards.map(({ code }) => code),
        wardNames: Object.fromEntries(wards.map(({ code, name }) => [code, name])),
        areasOff: [...(await switches.off(tx, actor.city, today))],
      },
    };
  }),
  route(
    contract.signIn,
    async ({ body, services, request, reply }) => {
      const { token } = await signIn(services, body.userName, body.password, request.ip, body.code);
      const cookie = cookieOf(token, cookieSeconds);
      reply.setCookie(cookie.name, cookie.value, cookie.options);
    },
    { transaction: false },
  ),
  route(
    contract.signOut,
    async ({ services, session, reply }) => {
      await signOut(services, session.id);
      const cookie = cookieOf('', 0);
      reply.setCookie(cookie.name, cookie.value, cookie.options).header('clear-site-data', '"cache", "storage"');
    },
    { transaction: false },
  ),
  route(contract.changePassword, async ({ tx, body, actor, session, services }) => {
    const { rows } = await tx.query<{ hash: string }>('select hash from credential where user_id = $1', [actor.id]);
    if (!(await checkPassword(rows[0]?.hash, body.old))) throw new Refused(refuse('accounts.wrong-password', {}, ['/old']));
    const weak = weakness(body.password);
    if (weak) throw new Refused(weak);
    if (body.password === body.old) throw new Refused(refuse('accounts.same-password', {}, ['/password']));
    await tx.query('update credential set hash = $2, changed_at = $3, must_change = false where user_id = $1', [
      actor.id,
      await hashPassword(body.password),
      services.clock(),
    ]);
    await tx.query('delete from session where user_id = $1 and id <> $2', [actor.id, session.id]);
  }),
  route(contract.readSetUp, async ({ services }) => ({ needed: !(await isSetUp(services)) }), { transaction: false }),
  route(
    contract.setUp,
    async ({ body, services }) => {
      if (await isSetUp(services)) throw new Refused(refuse('accounts.already-set-up'));
      const [given, right] = [Buffer.from(body.token), Buffer.from(setupToken)];
      if (given.length !== right.length || !timingSafeEqual(given, right))
        throw new Refused(refuse('accounts.wrong-setup-token', {}, ['/token']));
      if (!isTimeZone(body.timeZone)) throw new Refused(refuse('accounts.unknown-time-zone', {}, ['/timeZone']));
      const weak = weakness(body.password);
      if (weak) throw new Refused(weak);
      await foundCity(
        services,
        { name: body.city, country: body.country, timeZone: body.timeZone },
        { userName: body.userName, name: body.name, roles: ['administrator'] },
        body.password,
      );
    },
    { transaction: false },
  ),
  route(contract.listUsers, async ({ tx, actor, services }) => ({ users: await openUsers(services, tx, actor.city) })),
  route(contract.readUser, async (call) => {
    const { id, state, version, next, may } = await readRecord<UserState>(call, userRecord, call.params.id, null);
    const { name, organisation, active, secondFactor = false, languages = [], wards = [] } = state;
    const held = heldOn(state, await call.services.ledger.today(call.tx, call.actor.city));
    const credential = [...(active ? ['renew-password'] : []), ...(secondFactor ? ['reset-second-factor'] : [])];
    return {
      id,
      version,
      name,
      ...held,
      organisation,
      active,
      secondFactor,
      languages: [...languages],
      wards: [...wards],
      next: [...(await next()), ...credential.filter(may)],
    };
  }),
  route(contract.inviteUser, async ({ tx, actor, body, services }) => {
    const password = makePassword();
    return { id: await createUser(services, tx, actor, body, password, { mustChange: true }), password };
  }),
  route(contract.renewPassword, async ({ tx, actor, params, services }) => {
    if (params.id === actor.id) throw new Refused(refuse('accounts.own-account'));
    const password = makePassword();
    const done = await tx.query('update credential set hash = $3, changed_at = $4, must_change = true where city = $1 and user_id = $2', [
      actor.city,
      params.id,
      await hashPassword(password),
      services.clock(),
    ]);
    if (done.rowCount === 0) throw new Refused(refuse('ledger.not-found'));
    await tx.query('delete from session where user_id = $1', [params.id]);
    return { password };
  }),
  readingsRoute,
];
