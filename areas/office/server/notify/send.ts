import type { Services } from '../../../../platform/http/area.ts';
import type { JobDefinition } from '../../../../platform/jobs/job.ts';
import { mailboxOf } from '../mail/mailbox.ts';
import { sendMail } from '../mail/transport.ts';
import { forgetDevice, subscriptionOf } from '../push/devices.ts';
import { pushKeys, sendPush } from '../push/pushService.ts';
import { type Counts, mailOf, pushOf } from '../words/letter.ts';
import { askerOf } from './recipients.ts';

export const sendJobName = 'office.send';

interface Letter {
  readonly user_id: string;
  readonly language: string;
  readonly channel: string;
  readonly device: Buffer | null;
  readonly counts: Counts;
}

/** The letter as it is to be sent now, and how; undefined where it is sent no more: its reader may not be told, or not there, any more. */
async function ready(services: Services, city: number, id: string) {
  return await services.ledger.transaction(city, async (tx) => {
    const { rows } = await tx.query<Letter>(
      `select l.user_id, l.channel, l.device, l.counts, c.language from notice_letter l
         join notice_choice c on c.city = l.city and c.user_id = l.user_id where l.city = $1 and l.id = $2 and l.ended is null`,
      [city, id],
    );
    const { address, mail, push } = services.outside;
    const [letter] = rows;
    if (!letter || !address || !(await askerOf(services, tx, letter.user_id, ['choose', 'office.choice']))) return undefined;
    const { user_id: user, language, counts, device } = letter;
    if (device) {
      const subscription = push && (await subscriptionOf(services, tx, user, device));
      if (!subscription) return undefined;
      const keys = await pushKeys(services, tx);
      return { user, device, send: () => sendPush(services.outside, keys, subscription, pushOf(language, counts)) };
    }
    const to = mail && (await mailboxOf(services, tx, user)).address;
    if (!to) return undefined;
    const message = { to, ...mailOf(language, counts, address), id, at: services.clock(), unsubscribe: `${address}/office/notices` };
    return { user, device, send: () => sendMail(mail, message) };
  });
}

/** Sends a letter, again and again until it was taken: a mail that was taken in the instant of a crash may come twice, under one Message-ID. */
export const sendJob: JobDefinition = {
  name: sendJobName,
  async run({ city, letter }, services) {
    const id = String(letter);
    const found = await ready(services, city, id);
    const ended = found ? await found.send() : 'dropped';
    await services.ledger.transaction(city, async (tx) => {
      await tx.query('update notice_letter set ended = $3 where city = $1 and id = $2 and ended is null', [city, id, ended]);
      if (found?.device && (ended === 'gone' || ended === 'refused')) await forgetDevice(tx, found.user, found.device);
      if (found && !found.device)
        await tx.query(
          "update notice_mail set refused_at = case when $3 = 'refused' then $4::timestamptz end where city = $1 and user_id = $2",
          [city, found.user, ended, services.clock()],
        );
    });
    services.log('notice', { channel: found?.device ? 'push' : 'mail', ended });
  },
  async gaveUp({ city, letter }, services) {
    await services.ledger.transaction(city, (tx) =>
      tx.query("update notice_letter set ended = 'given-up' where city = $1 and id = $2 and ended is null", [city, letter]),
    );
  },
};
