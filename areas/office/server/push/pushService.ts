import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Tx } from '../../../../platform/database/pool.ts';
import type { Outside, Services } from '../../../../platform/http/area.ts';
import { openJson, sealJson } from '../../../../platform/sealing/sealing.ts';
import { isPublicUrl, lookupPublic } from './publicAddress.ts';

/** A device's place at the push service of its browser (W3C Push API). */
export interface Subscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}
interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Brought in when it is first needed, not at start. */
const webPush = async () => (await import('web-push')).default;

/** Seconds for which a message waits for a device that is away. */
const keptFor = 24 * 3600;

/** The pair by which push services know this city (VAPID, RFC 8292), made when first asked for; the private half is sealed. */
export async function pushKeys({ ledger, sealing }: Services, tx: Tx): Promise<KeyPair> {
  const subject = sealing.idFor(tx.city, 'notices.push-key', 'main');
  const binding = `push_key|${tx.city}`;
  const find = async () => {
    const { rows } = await tx.query<{ sealed: Buffer }>('select sealed from push_key where city = $1', [tx.city]);
    const key = rows[0] && (await ledger.keys.find(tx, tx.city, [subject])).get(subject);
    return rows[0] && key ? (openJson(key, rows[0].sealed, binding) as KeyPair) : undefined;
  };
  const known = await find();
  if (known) return known;
  // Two who ask first take turns: whoever has subscribed with a pair that was then replaced would be told nothing.
  await tx.query('select pg_advisory_xact_lock(7033114, $1)', [tx.city]);
  const meanwhile = await find();
  if (meanwhile) return meanwhile;
  const made = (await webPush()).generateVAPIDKeys();
  const key = (await ledger.keys.create(tx, tx.city, [subject])).get(subject)!;
  await tx.query('insert into push_key (city, subject, sealed) values ($1, $2, $3)', [tx.city, subject, sealJson(key, made, binding)]);
  return made;
}

/** Whether messages may be sent to where a device says. */
export const maySendTo = (outside: Outside, endpoint: string): boolean =>
  outside.pushToPrivate ? URL.canParse(endpoint) : isPublicUrl(endpoint);

/**
 * Sends a message to a device, sealed for it alone (RFC 8291). Returns whether it was taken, the device is there no more, or its service will
 * never take it; throws where it may later. No redirection is followed.
 */
export async function sendPush(
  outside: Outside,
  keys: KeyPair,
  subscription: Subscription,
  message: object,
): Promise<'sent' | 'gone' | 'refused'> {
  if (!maySendTo(outside, subscription.endpoint)) return 'refused';
  const { endpoint, headers, body } = (await webPush()).generateRequestDetails(subscription, JSON.stringify(message), {
    vapidDetails: { subject: outside.address!, ...keys },
    TTL: keptFor,
    // A newer message takes the place of one that waits.
    topic: 'olle',
    contentEncoding: 'aes128gcm',
  });
  const url = new URL(endpoint);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const status = await new Promise<number>((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', headers, agent: false, timeout: 20_000, ...(outside.pushToPrivate ? {} : { lookup: lookupPublic }) },
      (answer) => {
        // What it says is not read.
        answer.destroy();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', () => reject(new PushUndelivered()));
    sent.end(body);
  });
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500) throw new PushUndelivered();
  return 'refused';
}

/** The push service was not reached, or did not take it this time. */
class PushUndelivered extends Error {
  override readonly name = 'PushUndelivered';
}
