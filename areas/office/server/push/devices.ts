import { createHash } from 'node:crypto';
import type { Tx } from '../../../../platform/database/pool.ts';
import { refuse } from '../../../../platform/decider/index.ts';
import type { Services } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { openJson, sealJson } from '../../../../platform/sealing/sealing.ts';
import { keyOfUser } from '../notify/recipients.ts';
import { maySendTo, type Subscription } from './pushService.ts';

const maxDevices = 10;

/** A device is known by the hash of where its messages go: whoever knows the place can send there. */
const idOf = (endpoint: string): Buffer => createHash('sha256').update(endpoint).digest();
/** Whether a text stands for so many bytes: what is shorter or longer could not be sealed for. */
const isKey = (text: string, bytes: number) => /^[\w-]+=*$/.test(text) && Buffer.from(text, 'base64url').length === bytes;
const bindingOf = (tx: Tx, id: Buffer) => `push_device|${tx.city}|${id.toString('hex')}`;

/** Adds a device for a user; one that was another user's before (a shared phone) is theirs from then on. */
export async function addDevice(services: Services, tx: Tx, user: string, subscription: Subscription): Promise<void> {
  if (!maySendTo(services.outside, subscription.endpoint)) throw new Refused(refuse('office.endpoint-not-public', {}, ['/endpoint']));
  if (!isKey(subscription.keys.p256dh, 65) || !isKey(subscription.keys.auth, 16))
    throw new Refused(refuse('http.invalid-input', {}, ['/keys']));
  const id = idOf(subscription.endpoint);
  const key = await keyOfUser(services, tx, user);
  if (!key) throw new Refused(refuse('ledger.erased'));
  const others = (await devicesOf(tx, user)).filter((device) => !device.id.equals(id));
  if (others.length >= maxDevices) throw new Refused(refuse('office.too-many-devices', { most: maxDevices }));
  await tx.query(
    `insert into push_device (city, id, user_id, sealed, made_at) values ($1, $2, $3, $4, $5) on conflict (city, id) do update
     set user_id = excluded.user_id, sealed = excluded.sealed, made_at = excluded.made_at`,
    [tx.city, id, user, sealJson(key, subscription, bindingOf(tx, id)), services.clock()],
  );
}

export async function devicesOf(tx: Tx, user: string): Promise<{ id: Buffer; madeAt: Date }[]> {
  const { rows } = await tx.query<{ id: Buffer; madeAt: Date }>(
    'select id, made_at as "madeAt" from push_device where city = $1 and user_id = $2 order by made_at, id',
    [tx.city, user],
  );
  return rows;
}

/** Where a user's device is notified; undefined if it is no longer theirs. */
export async function subscriptionOf(services: Services, tx: Tx, user: string, id: Buffer): Promise<Subscription | undefined> {
  const { rows } = await tx.query<{ sealed: Buffer }>('select sealed from push_device where city = $1 and id = $2 and user_id = $3', [
    tx.city,
    id,
    user,
  ]);
  const key = rows[0] && (await keyOfUser(services, tx, user));
  return rows[0] && key ? (openJson(key, rows[0].sealed, bindingOf(tx, id)) as Subscription) : undefined;
}

export async function forgetDevice(tx: Tx, user: string, id: Buffer): Promise<void> {
  await tx.query('delete from push_device where city = $1 and id = $2 and user_id = $3', [tx.city, id, user]);
}
