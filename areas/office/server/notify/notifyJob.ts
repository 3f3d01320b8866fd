import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../../platform/database/pool.ts';
import type { ServerArea, Services } from '../../../../platform/http/area.ts';
import type { Asker } from '../../../../platform/http/waiting.ts';
import type { JobDefinition } from '../../../../platform/jobs/job.ts';
import type { Effect } from '../../../../platform/ledger/view.ts';
import { type Channel, type Choice, channels, countsOf, isHour, toTell, type Waits, type When } from '../../domain/index.ts';
import { mailboxOf } from '../mail/mailbox.ts';
import { devicesOf } from '../push/devices.ts';
import { askerOf } from './recipients.ts';
import { sendJobName } from './send.ts';

/** Days after which what was told, and what became of letters, is forgotten. A thing that waits longer is told again. */
const keptDays = 400;

interface ChoiceRow extends Readonly<Record<Channel, When>> {
  readonly user_id: string;
  readonly hour: number;
  readonly kinds: readonly string[];
  readonly mail_day: string | null;
  readonly push_day: string | null;
}

/** Everything that waits for a user and may be told, each under a key of its own. */
async function waitingFor(areas: readonly ServerArea[], asker: Asker & { readonly today: string }): Promise<Waits[]> {
  const found: Waits[] = [];
  for (const { name, waiting } of areas) {
    if (!waiting) continue;
    for (const { kind, id, due, record } of await waiting.due(asker, { until: asker.today })) {
      const when = due < asker.today ? 'overdue' : 'due-today';
      found.push({ kind: when, key: `${when}|${record.id}|${kind}|${id}|${due}` });
    }
    for (const { kind, id } of await waiting.pending(asker)) found.push({ kind, key: `${kind}|${name}|${id}` });
  }
  return found;
}

/** Where a user is notified on a channel now; nowhere if it is not set up, or they have no address or device there. */
async function placesOf(services: Services, tx: Tx, user: string, channel: Channel): Promise<(Buffer | null)[]> {
  const { mail, push } = services.outside;
  if (channel === 'push') return push ? (await devicesOf(tx, user)).map(({ id }) => id) : [];
  return mail && (await mailboxOf(services, tx, user)).address ? [null] : [];
}

async function queueLetters(
  services: Services,
  asker: Asker & { readonly today: string },
  channel: Channel,
  choice: Choice,
  waiting: readonly Waits[],
  hour: number,
): Promise<Effect[]> {
  const { tx, actor, today, now } = asker;
  const places = await placesOf(services, tx, actor.id, channel);
  if (places.length === 0) return [];
  const fingerprints = new Map(waiting.map(({ key }) => [key, services.sealing.fingerprint(tx.city, 'notice', key)]));
  const { rows } = await tx.query<{ key: Buffer }>(
    'select key from notice_told where city = $1 and user_id = $2 and channel = $3 and key = any($4)',
    [tx.city, actor.id, channel, [...fingerprints.values()]],
  );
  const known = new Set(rows.map(({ key }) => key.toString('hex')));
  const told = new Set([...fingerprints].filter(([, print]) => known.has(print.toString('hex'))).map(([key]) => key));
  const news = toTell(choice, waiting, told, { today, hour });
  if (isHour(choice, { today, hour }))
    await tx.query(`update notice_choice set ${channel}_day = $3 where city = $1 and user_id = $2`, [tx.city, actor.id, today]);
  if (news.length === 0) return [];
  await tx.query(
    'insert into notice_told (city, user_id, channel, key, day) select $1, $2, $3, key, $5 from unnest($4::bytea[]) k(key) on conflict do nothing',
    [tx.city, actor.id, channel, news.map(({ key }) => fingerprints.get(key)), today],
  );
  const counts = JSON.stringify(countsOf(news));
  const letters = places.map((device) => ({ id: uuidv7(), device }));
  for (const { id, device } of letters)
    await tx.query('insert into notice_letter (city, id, user_id, channel, device, counts, made_at) values ($1, $2, $3, $4, $5, $6, $7)', [
      tx.city,
      id,
      actor.id,
      channel,
      device,
      counts,
      now,
    ]);
  return letters.map(({ id }) => ({ job: sendJobName, payload: { letter: id } }));
}

/** The hour of the day in the city, 0 to 23. */
async function hourIn(tx: Tx, now: Date): Promise<number> {
  const { rows } = await tx.query<{ time_zone: string }>('select time_zone from city where number = $1', [tx.city]);
  return Number(new Intl.DateTimeFormat('en', { timeZone: rows[0]!.time_zone, hour: '2-digit', hourCycle: 'h23' }).format(now));
}

/** Writes the letters of one user, in one transaction with what was told. */
async function lookFor(services: Services, areas: readonly ServerArea[], city: number, user: string): Promise<void> {
  await services.ledger.transaction(city, async (tx) => {
    const asker = await askerOf(services, tx, user, ['choose', 'office.choice']);
    const { rows } = await tx.query<ChoiceRow>('select * from notice_choice where city = $1 and user_id = $2 for update', [city, user]);
    if (!asker || !rows[0]) return;
    const { hour: from, kinds, mail_day, push_day, ...row } = rows[0];
    const waiting = await waitingFor(areas, asker);
    const hour = await hourIn(tx, asker.now);
    for (const channel of channels) {
      const choice = { when: row[channel], hour: from, kinds, lastDay: channel === 'mail' ? mail_day : push_day };
      await services.enqueue(tx, await queueLetters(services, asker, channel, choice, waiting, hour), city);
    }
  });
}

/**
 * Looks what is new for whoever wants to be told, and writes a letter to each place where they are. What was told, the letter and the job
 * that sends it are one transaction for each user: whatever breaks, nothing is told twice or forgotten.
 *
 * @param areasOf all areas of the product: each says what waits in it
 */
export const notifyJobWith = (areasOf: () => readonly ServerArea[]): JobDefinition => ({
  name: 'office.notify',
  cron: '*/5 * * * *',
  async run({ city }, services) {
    const { ledger, clock } = services;
    const users = await ledger.transaction(city, async (tx) => {
      const before = new Date(clock().getTime() - keptDays * 86_400_000);
      await tx.query('delete from notice_told where city = $1 and day < $2', [city, before]);
      await tx.query('delete from notice_letter where city = $1 and made_at < $2', [city, before]);
      const { rows } = await tx.query<{ id: string }>(
        "select user_id as id from notice_choice where city = $1 and (mail <> 'never' or push <> 'never') order by user_id",
        [city],
      );
      return rows.map(({ id }) => id);
    });
    let failed: unknown;
    for (const user of users) {
      try {
        await lookFor(services, areasOf(), city, user);
      } catch (error) {
        // The others are told all the same; the job is tried again.
        failed = error;
      }
    }
    if (failed) throw failed;
  },
});
