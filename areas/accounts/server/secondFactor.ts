import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../platform/database/pool.ts';
import { type Actor, refuse } from '../../../platform/decider/index.ts';
import type { Services } from '../../../platform/http/area.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { openJson, sealJson } from '../../../platform/sealing/sealing.ts';
import { userRecord } from '../domain/index.ts';

const period = 30;
const recoveryCodes = 10;
/** Letters and digits that are not mistaken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

const bindingOf = (city: number, user: string) => `second_factor|${city}|${user}`;

interface Factor {
  readonly secret: Buffer;
  readonly confirmed: boolean;
  readonly last_step: string;
  readonly recovery: readonly Buffer[];
}

async function factorOf(tx: Tx, user: string): Promise<Factor | undefined> {
  const { rows } = await tx.query<Factor>(
    'select secret, confirmed, last_step, recovery from second_factor where user_id = $1 for update',
    [user],
  );
  return rows[0];
}

async function keyOf({ ledger }: Services, tx: Tx, city: number, user: string): Promise<Buffer> {
  const key = (await ledger.keys.find(tx, city, [user])).get(user);
  if (!key) throw new Refused(refuse('ledger.erased'));
  return key;
}

/** RFC 6238 with what every app for codes knows: SHA-1, six digits, thirty seconds. */
async function codesOf(secret: string, label: string) {
  const { Secret, TOTP } = await import('otpauth');
  return new TOTP({ issuer: 'Olle', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });
}

const recoveryPrint = (services: Services, user: string, code: string): Buffer =>
  services.sealing.fingerprint(0, 'recovery-code', `${user}|${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);

function makeRecoveryCode(): string {
  let code = '';
  while (code.length < 12) {
    const byte = randomBytes(1)[0]! & 31;
    if (byte < letters.length) code += letters[byte];
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Whether a user has a second factor, and how many recovery codes are left. */
export async function standing(tx: Tx, user: string): Promise<{ on: boolean; recoveryLeft: number }> {
  const factor = await factorOf(tx, user);
  return { on: factor?.confirmed ?? false, recoveryLeft: factor?.confirmed ? factor.recovery.length : 0 };
}

/** Whether one of the roles asks for a second factor in this city. */
export async function isRequired(tx: Tx, roles: readonly string[]): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from accounts_city where city = $1 and second_factor && $2::text[]', [tx.city, [...roles]]);
  return rowCount > 0;
}

/** A new secret for who has no second factor yet; nothing is asked with it before a code of it was right. */
export async function beginFactor(services: Services, tx: Tx, actor: Actor, label: string): Promise<{ secret: string; uri: string }> {
  if ((await factorOf(tx, actor.id))?.confirmed) throw new Refused(refuse('accounts.has-second-factor'));
  const { Secret } = await import('otpauth');
  const secret = new Secret({ size: 20 }).base32;
  const sealed = sealJson(await keyOf(services, tx, actor.city, actor.id), secret, bindingOf(actor.city, actor.id));
  await tx.query(
    `insert into second_factor (user_id, city, secret) values ($1, $2, $3)
     on conflict (user_id) do update set secret = excluded.secret, last_step = 0 where not second_factor.confirmed`,
    [actor.id, actor.city, sealed],
  );
  return { secret, uri: (await codesOf(secret, label)).toString() };
}

/** Takes a code of the app, once. False where it is none of now, the half minute before or the one after, or was taken already. */
async function takeCode(services: Services, tx: Tx, city: number, user: string, factor: Factor, code: string): Promise<boolean> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return false;
  const secret = openJson(await keyOf(services, tx, city, user), factor.secret, bindingOf(city, user)) as string;
  const timestamp = services.clock().getTime();
  const delta = (await codesOf(secret, '')).validate({ token, timestamp, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1000 / period) + delta;
  if (step <= Number(factor.last_step)) return false;
  await tx.query('update second_factor set last_step = $2 where user_id = $1', [user, step]);
  return true;
}

/** Takes a code of the app or a recovery code, each once. */
export async function takeAnyCode(services: Services, tx: Tx, city: number, user: string, code: string): Promise<boolean> {
  const factor = await factorOf(tx, user);
  if (!factor?.confirmed) return false;
  if (await takeCode(services, tx, city, user, factor, code)) return true;
  const print = recoveryPrint(services, user, code);
  if (!factor.recovery.some((one) => one.equals(print))) return false;
  await tx.query('update second_factor set recovery = array_remove(recovery, $2) where user_id = $1', [user, print]);
  return true;
}

const noted = (services: Services, tx: Tx, city: number, user: string, added: boolean, by: string) =>
  services.ledger.runAll(tx, systemActor(city), [{ kind: userRecord.kind, id: user, name: 'note-second-factor', input: { added, by } }]);

/** Puts the second factor in force with a first code of it. Returns the recovery codes, which are shown this once. */
export async function confirmFactor(services: Services, tx: Tx, actor: Actor, code: string): Promise<string[]> {
  const factor = await factorOf(tx, actor.id);
  if (factor?.confirmed) throw new Refused(refuse('accounts.has-second-factor'));
  if (!factor || !(await takeCode(services, tx, actor.city, actor.id, factor, code)))
    throw new Refused(refuse('accounts.wrong-code', {}, ['/code']));
  const codes = Array.from({ length: recoveryCodes }, makeRecoveryCode);
  await tx.query('update second_factor set confirmed = true, recovery = $2 where user_id = $1', [
    actor.id,
    codes.map((one) => recoveryPrint(services, actor.id, one)),
  ]);
  await tx.query('update session set must_add_factor = false where user_id = $1', [actor.id]);
  await noted(services, tx, actor.city, actor.id, true, actor.id);
  return codes;
}

/** Takes a user's second factor away; the log says who did. False where there was none. */
export async function removeFactor(services: Services, tx: Tx, city: number, user: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query('delete from second_factor where city = $1 and user_id = $2 and confirmed', [city, user]);
  if (rowCount > 0) await noted(services, tx, city, user, false, by);
  return rowCount > 0;
}
