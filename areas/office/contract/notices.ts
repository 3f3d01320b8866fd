import { Type } from 'typebox';
import { type Answer, contract, type Data } from '../../../platform/contract/index.ts';
import { fields, Line, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { noticeKinds, whens } from '../domain/index.ts';

const may = ['choose', 'office.choice'] as const;
const Choice = fields({
  mail: oneOf(...whens),
  push: oneOf(...whens),
  hour: Type.Integer({ minimum: 0, maximum: 23 }),
  kinds: Type.Array(oneOf(...noticeKinds), { maxItems: noticeKinds.length }),
});
/** How the reader wants to be told. */
export type Choice = Data<typeof Choice>;
const Moment = Maybe(Type.String());

export const readChoice = contract({
  method: 'GET',
  path: '/api/office/notices/choice',
  summary: 'How the reader wants to be told outside of Olle, where, and what of it is set up here',
  may,
  answer: Type.Object({
    ...Choice.properties,
    mailbox: Type.Object({
      setUp: Type.Boolean(),
      address: Maybe(Type.String()),
      pending: Maybe(Type.String()),
      refused: Type.Boolean(),
    }),
    devices: Type.Object({
      /** With which key a browser subscribes; null where pushing is not set up. */
      key: Maybe(Type.String()),
      list: Type.Array(Type.Object({ id: Type.String(), madeAt: Type.String() })),
    }),
  }),
});

export type Mailbox = Answer<typeof readChoice>['mailbox'];
export type Devices = Answer<typeof readChoice>['devices'];

export const chooseNotices = contract({
  method: 'POST',
  path: '/api/office/notices/choice',
  summary: 'Choose how to be told outside of Olle: on which channel when, of what, in the language of the request',
  may,
  body: Choice,
});

export const nameMailbox = contract({
  method: 'POST',
  path: '/api/office/notices/mailbox',
  summary: 'Name a mail address to be told at: a link goes there, and nothing else before it was opened',
  may,
  body: fields({ address: Type.String({ minLength: 3, maxLength: 254 }) }),
});

export const confirmMailbox = contract({
  method: 'POST',
  path: '/api/office/notices/mailbox/confirm',
  summary: 'Say by the secret of its link that the address is one’s own',
  may,
  body: fields({ token: Line }),
});

export const forgetMailbox = contract({
  method: 'POST',
  path: '/api/office/notices/mailbox/forget',
  summary: 'Forget the mail address: nothing goes there any more',
  may,
  body: fields({}),
});

export const addDevice = contract({
  method: 'POST',
  path: '/api/office/notices/devices',
  summary: 'Take in the device of the reader, where the push service of its browser sends to',
  may,
  body: fields({
    endpoint: Type.String({ minLength: 10, maxLength: 2000 }),
    keys: fields({ p256dh: Line, auth: Line }),
  }),
});

export const forgetDevice = contract({
  method: 'POST',
  path: '/api/office/notices/devices/forget',
  summary: 'Forget a device: it is told nothing any more',
  may,
  body: fields({ id: Line }),
});

export const takeCalendar = contract({
  method: 'GET',
  path: '/calendar/{token}.ics',
  summary: 'The days of whoever made this secret address, for the calendar of a telephone: kinds and days, no name and no story',
  may: 'anyone',
  params: Type.Object({ token: Type.String() }),
  file: ['text/calendar'],
});

export const readAddress = contract({
  method: 'GET',
  path: '/api/office/notices/calendar',
  summary: "Whether one's own days have a secret address for a calendar, when it was made, and when it was last taken",
  may: ['make', 'office.calendar'],
  answer: Type.Object({ madeAt: Moment, takenAt: Moment }),
});

export const makeAddress = contract({
  method: 'POST',
  path: '/api/office/notices/calendar/make',
  summary: 'A new secret address for a calendar, shown this once; the one before opens nothing any more',
  may: ['make', 'office.calendar'],
  body: fields({}),
  answer: Type.Object({ path: Type.String() }),
});

export const withdrawAddress = contract({
  method: 'POST',
  path: '/api/office/notices/calendar/withdraw',
  summary: 'Withdraw the secret address: it opens nothing any more',
  may: ['make', 'office.calendar'],
  body: fields({}),
});
