import { refuse } from '../../../../platform/decider/index.ts';
import { type AnyRoute, route, type Services } from '../../../../platform/http/area.ts';
import { preferredLanguage } from '../../../../platform/http/catalogues.ts';
import { countTry } from '../../../../platform/http/throttle.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import * as contract from '../../contract/index.ts';
import { noticeKinds } from '../../domain/index.ts';
import { confirmAddress, confirmJob, forgetMailbox, mailboxOf, proposeAddress } from '../mail/mailbox.ts';
import { addDevice, devicesOf, forgetDevice } from '../push/devices.ts';
import { pushKeys } from '../push/pushService.ts';

/** Letters with links that somebody may ask for before each further one waits. */
const freeLinks = 5;

/** What holds for who has chosen nothing: nothing is told, and once something is, all of it. */
const starts = { mail: 'never', push: 'never', hour: 7, kinds: noticeKinds.filter((kind) => kind !== 'news') } as const;

async function notTooOften(services: Services, user: string): Promise<void> {
  const seconds = await countTry(services, services.sealing.fingerprint(0, 'throttle-mail', user), freeLinks);
  if (seconds !== undefined) throw new Refused(refuse('http.too-many-requests', { seconds }));
}

export const settingsRoutes: readonly AnyRoute[] = [
  route(contract.readChoice, async ({ tx, actor, services }) => {
    const { rows } = await tx.query<{ mail: 'never'; push: 'never'; hour: number; kinds: (typeof noticeKinds)[number][] }>(
      'select mail, push, hour, kinds from notice_choice where city = $1 and user_id = $2',
      [actor.city, actor.id],
    );
    const { address, pending, refused } = await mailboxOf(services, tx, actor.id);
    const { mail, push } = services.outside;
    return {
      ...(rows[0] ?? { ...starts, kinds: [...starts.kinds] }),
      mailbox: { setUp: mail !== undefined, address, pending: pending?.address ?? null, refused },
      devices: {
        key: push ? (await pushKeys(services, tx)).publicKey : null,
        list: (await devicesOf(tx, actor.id)).map(({ id, madeAt }) => ({ id: id.toString('hex'), madeAt: madeAt.toISOString() })),
      },
    };
  }),
  route(contract.chooseNotices, async ({ tx, actor, body: { mail, push, hour, kinds }, services, request }) => {
    if (mail !== 'never' && !services.outside.mail) throw new Refused(refuse('office.mail-not-set-up', {}, ['/mail']));
    if (push !== 'never' && !services.outside.push) throw new Refused(refuse('office.push-not-set-up', {}, ['/push']));
    await tx.query(
      `insert into notice_choice (city, user_id, language, hour, kinds, mail, push) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (city, user_id) do update
         set language = excluded.language, hour = excluded.hour, kinds = excluded.kinds, mail = excluded.mail, push = excluded.push`,
      [actor.city, actor.id, preferredLanguage(request.headers['accept-language']), hour, [...new Set(kinds)], mail, push],
    );
  }),
  route(contract.nameMailbox, async ({ tx, actor, body, services, request }) => {
    if (!services.outside.mail) throw new Refused(refuse('office.mail-not-set-up'));
    const address = body.address.trim();
    // One address and nothing that a mail could take for more; whether there is a mailbox, the link finds out.
    if (!/^[^\s<>()[\]\\,;:"@\p{C}]{1,64}@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(address))
      throw new Refused(refuse('office.not-an-address', {}, ['/address']));
    await notTooOften(services, actor.id);
    await proposeAddress(services, tx, actor.id, address);
    const payload = { user: actor.id, language: preferredLanguage(request.headers['accept-language']) };
    await services.enqueue(tx, [{ job: confirmJob.name, payload }], actor.city);
  }),
  route(contract.confirmMailbox, async ({ tx, actor, body, services }) => {
    if (!(await confirmAddress(services, tx, actor.id, body.token))) throw new Refused(refuse('office.link-over'));
  }),
  route(contract.forgetMailbox, ({ tx, actor }) => forgetMailbox(tx, actor.id)),
  route(contract.addDevice, async ({ tx, actor, body, services }) => {
    if (!services.outside.push) throw new Refused(refuse('office.push-not-set-up'));
    await addDevice(services, tx, actor.id, body);
  }),
  route(contract.forgetDevice, ({ tx, actor, body }) => forgetDevice(tx, actor.id, Buffer.from(body.id, 'hex'))),
];
