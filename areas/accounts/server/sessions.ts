import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { type GrantChange, type Role, refuse } from '../../../platform/decider/index.ts';
import type { Services, Session } from '../../../platform/http/area.ts';
import { countTry, giveBack } from '../../../platform/http/throttle.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { heldOn, lastDayOf, type RolesHeld } from '../domain/index.ts';
import { checkPassword } from './passwords.ts';
import { isRequired, standing, takeAnyCode } from './secondFactor.ts';

export const cookieName = '__Host-olle';
const idleMinutes = 30;
const longestHours = 12;
/** Wrong tries that cost nothing. */
const freeTries = 5;

/** All that a password somebody else chose opens: who am I, change it, sign out. */
const ownPages = /^\/api\/session(\/password)?$/;
/** What a session opens whose user must add a second factor first. */
const factorPages = /^\/api\/session(\/password|\/second-factor(\/\w+)?)?$/;

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** The keyed fingerprint under which a user name is kept; names differ by letters, not by case, blanks around them or marks that nobody sees. */
export const loginOf = (services: Services, userName: string): Buffer =>
  services.sealing.fingerprint(
    0,
    'login',
    userName
      .normalize('NFKC')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .trim()
      .toLowerCase(),
  );

/** Does what a secret of the user's permits; what it refuses counts as a guess, and after too many one waits. */
export async function limited<T>(services: Services, what: string, work: () => Promise<T>): Promise<T> {
  const key = services.sealing.fingerprint(0, 'throttle-account', what);
  const seconds = await countTry(services, key, freeTries);
  if (seconds !== undefined) throw new Refused(refuse('http.too-many-requests', { seconds }));
  const done = await work();
  await services.pool.query('delete from throttle where key = $1', [key]);
  return done;
}

/**
 * Signs in. Throws `Refused`: the same words, after the same time, whether the user is unknown, inactive or the password wrong;
 * and to wait, where this account or this address has failed too often. Where the user has a second factor, `code` must be one of it.
 */
export async function signIn(
  services: Services,
  userName: string,
  password: string,
  address: string,
  code?: string,
): Promise<{ token: string }> {
  const login = loginOf(services, userName);
  const [byAccount, byAddress] = [
    services.sealing.fingerprint(0, 'throttle-account', login.toString('hex')),
    services.sealing.fingerprint(0, 'throttle-address', address),
  ];
  const addressWaits = await countTry(services, byAddress, freeTries * 4);
  if (addressWaits !== undefined) throw new Refused(refuse('http.too-many-requests', { seconds: addressWaits }));
  const accountWaits = await countTry(services, byAccount, freeTries);
  if (accountWaits !== undefined) {
    await giveBack(services, byAddress);
    throw new Refused(refuse('http.too-many-requests', { seconds: accountWaits }));
  }
  const { rows } = await services.pool.query<{ city: number; user_id: string; hash: string }>(
    'select city, user_id, hash from credential where login = $1',
    [login],
  );
  const found = rows[0];
  const right = await checkPassword(found?.hash, password);
  const token = found && right ? await openSession(services, found, code) : undefined;
  if (!token) throw new Refused(refuse('accounts.wrong-password'));
  if (token === 'code-needed') {
    // Nothing was guessed yet.
    await giveBack(services, byAddress);
    await giveBack(services, byAccount);
    throw new Refused(refuse('accounts.code-needed', {}, ['/code']));
  }
  if (token === 'wrong-code') throw new Refused(refuse('accounts.wrong-code', {}, ['/code']));
  await giveBack(services, byAddress);
  await services.pool.query('delete from throttle where key = $1', [byAccount]);
  return { token };
}

/**
 * Opens a session for the password that was just checked. Account and password are looked at again under a lock, so that a
 * deactivation or a new password that commits meanwhile ends this session too. Undefined where either has changed. Throws `Refused`
 * where the city no longer works with the organisation whose user it is.
 */
async function openSession(
  services: Services,
  checked: { city: number; user_id: string; hash: string },
  code: string | undefined,
): Promise<string | 'code-needed' | 'wrong-code' | undefined> {
  const { city, user_id, hash } = checked;
  return await services.ledger.transaction(city, async (tx) => {
    const user = await tx.query<RolesHeld & { organisation: string | null; active: boolean }>(
      'select roles, terms, organisation, active from accounts_user where city = $1 and id = $2 for share',
      [city, user_id],
    );
    const same = await tx.query('select 1 from credential where user_id = $1 and hash = $2 for share', [user_id, hash]);
    if (!user.rows[0]?.active || same.rowCount === 0) return undefined;
    const { organisation } = user.rows[0];
    const today = await services.ledger.today(tx, city);
    const { roles, terms } = heldOn(user.rows[0], today);
    if (roles.length === 0) throw new Refused(refuse('accounts.no-role-now'));
    if (organisation) {
      const theirs = await tx.query<{ active: boolean }>('select active from accounts_organisation where city = $1 and id = $2 for share', [
        city,
        organisation,
      ]);
      if (!theirs.rows[0]?.active) throw new Refused(refuse('accounts.organisation-closed'));
    }
    const { on } = await standing(tx, user_id);
    if (on && !code) return 'code-needed';
    if (on && !(await takeAnyCode(services, tx, city, user_id, code!))) return 'wrong-code';
    const mustAdd = !on && (await isRequired(tx, roles));
    const token = randomBytes(32).toString('base64url');
    await tx.query(
      `insert into session (token, id, city, user_id, roles, organisation, csrf, created_at, seen_at, must_add_factor, last_day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10)`,
      [
        ...[sha256(token), uuidv7(), city, user_id, roles, organisation, randomBytes(24).toString('base64url'), services.clock(), mustAdd],
        lastDayOf({ roles, terms }, today),
      ],
    );
    return token;
  });
}

export const cookieOf = (token: string, maxAge: number) => ({
  name: cookieName,
  value: token,
  options: { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge } as const,
});
export const cookieSeconds = longestHours * 3600;

export async function signOut(services: Services, sessionId: string): Promise<void> {
  await services.pool.query('delete from session where id = $1', [sessionId]);
}

/**
 * Who sent a request: the function the HTTP server asks. One look-up; a session idle or old beyond its time is ended, and so is one whose user
 * holds other roles from this day on.
 */
export function authenticatorOf(services: Services): (request: FastifyRequest) => Promise<Session | undefined> {
  return async (request) => {
    const token = request.cookies[cookieName];
    if (!token || token.length > 100) return undefined;
    const { rows } = await services.pool.query<{
      id: string;
      city: number;
      user_id: string;
      roles: Role[];
      organisation: string | null;
      csrf: string;
      created_at: Date;
      seen_at: Date;
      must_change: boolean;
      must_add_factor: boolean;
      last_day: string | null;
      grant_changes: GrantChange[];
    }>({
      name: 'accounts-session',
      text: `select s.id, s.city, s.user_id, s.roles, s.organisation, s.csrf, s.created_at, s.seen_at, s.must_add_factor, s.last_day::text, c.must_change, y.grant_changes
             from session s join credential c using (user_id) join city y on y.number = s.city where s.token = $1`,
      values: [sha256(token)],
    });
    const row = rows[0];
    if (!row) return undefined;
    const now = services.clock().getTime();
    const tooOld = now - row.seen_at.getTime() > idleMinutes * 60_000 || now - row.created_at.getTime() > longestHours * 3_600_000;
    if (tooOld || (row.last_day !== null && row.last_day < (await services.ledger.today(undefined, row.city)))) {
      await signOut(services, row.id);
      return undefined;
    }
    const asked = request.routeOptions.url ?? '';
    if (row.must_change && !ownPages.test(asked)) throw new Refused(refuse('accounts.must-change-password'));
    if (row.must_add_factor && !factorPages.test(asked)) throw new Refused(refuse('accounts.must-add-second-factor'));
    if (now - row.seen_at.getTime() > 60_000)
      await services.pool.query('update session set seen_at = $2 where id = $1', [row.id, new Date(now)]);
    const actor = {
      id: row.user_id,
      city: row.city,
      roles: row.roles,
      grantChanges: row.grant_changes,
      ...(row.organisation ? { organisation: row.organisation } : {}),
    };
    return { id: row.id, csrf: row.csrf, actor };
  };
}
