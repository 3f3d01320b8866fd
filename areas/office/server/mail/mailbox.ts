import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../../../platform/database/pool.ts';
import { refuse } from '../../../../platform/decider/index.ts';
import type { Services } from '../../../../platform/http/area.ts';
import type { JobDefinition } from '../../../../platform/jobs/job.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { openJson, sealJson } from '../../../../platform/sealing/sealing.ts';
import { keyOfUser } from '../notify/recipients.ts';
import { confirmationOf } from '../words/letter.ts';
import { sendMail } from './transport.ts';

const linkHours = 24;
const sha256 = (text: string) => createHash('sha256').update(text).digest();
const bindingOf = (tx: Tx, user: string, what: 'address' | 'pending') => `notice_mail|${tx.city}|${user}|${what}`;

interface Pending {
  readonly address: string;
  readonly token: string;
}

/** A user's mailbox: the address that was confirmed, the one that waits to be, and whether the last letter was refused for good. */
export async function mailboxOf(
  services: Services,
  tx: Tx,
  user: string,
): Promise<{ address: string | null; pending: (Pending & { until: Date }) | null; refused: boolean }> {
  const { rows } = await tx.query<{ address: Buffer | null; pending: Buffer | null; token_until: Date | null; refused_at: Date | null }>(
    'select address, pending, token_until, refused_at from notice_mail where city = $1 and user_id = $2',
    [tx.city, user],
  );
  const [row] = rows;
  const key = row && (await keyOfUser(services, tx, user));
  if (!row || !key) return { address: null, pending: null, refused: false };
  const waits = row.pending && row.token_until && row.token_until > services.clock() ? row.pending : null;
  return {
    address: row.address && (openJson(key, row.address, bindingOf(tx, user, 'address')) as string),
    pending: waits && { ...(openJson(key, waits, bindingOf(tx, user, 'pending')) as Pending), until: row.token_until! },
    refused: row.refused_at !== null,
  };
}

/** Takes down an address that is not known to be the user's yet. The job that sends its link must be queued in the same transaction. */
export async function proposeAddress(services: Services, tx: Tx, user: string, address: string): Promise<void> {
  const key = await keyOfUser(services, tx, user);
  if (!key) throw new Refused(refuse('ledger.erased'));
  const token = randomBytes(32).toString('base64url');
  const until = new Date(services.clock().getTime() + linkHours * 3_600_000);
  await tx.query(
    `insert into notice_mail (city, user_id, pending, token, token_until) values ($1, $2, $3, $4, $5) on conflict (city, user_id) do update
     set pending = excluded.pending, token = excluded.token, token_until = excluded.token_until`,
    [tx.city, user, sealJson(key, { address, token }, bindingOf(tx, user, 'pending')), sha256(token), until],
  );
}

/** Puts the address that waits in force, by the secret of its link. False where that is not the user's, over, or was used. */
export async function confirmAddress(services: Services, tx: Tx, user: string, token: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select 1 from notice_mail where city = $1 and user_id = $2 and token = $3 and token_until > $4 for update',
    [tx.city, user, sha256(token), services.clock()],
  );
  const { pending } = await mailboxOf(services, tx, user);
  const key = await keyOfUser(services, tx, user);
  if (rowCount === 0 || !pending || !key) return false;
  await tx.query(
    `update notice_mail set address = $3, pending = null, token = null, token_until = null, refused_at = null where city = $1 and user_id = $2`,
    [tx.city, user, sealJson(key, pending.address, bindingOf(tx, user, 'address'))],
  );
  return true;
}

export async function forgetMailbox(tx: Tx, user: string): Promise<void> {
  await tx.query('delete from notice_mail where city = $1 and user_id = $2', [tx.city, user]);
}

/** Sends the link that confirms an address; behind the hash its secret reaches no server and no log. */
export const confirmJob: JobDefinition = {
  name: 'office.confirm',
  async run({ city, user, language }, services) {
    const { address, mail } = services.outside;
    if (!address || !mail) return;
    const { pending } = await services.ledger.transaction(city, (tx) => mailboxOf(services, tx, String(user)));
    if (!pending) return;
    const { subject, text } = confirmationOf(String(language), `${address}/office/notices/confirm#${pending.token}`);
    // The first letters of the token's hash: the same letter however often it is sent.
    const id = sha256(pending.token).toString('hex').slice(0, 32);
    await sendMail(mail, { to: pending.address, subject, text, id, at: services.clock() });
  },
};
