import { Type } from 'typebox';
import { calendarNames } from '../../../platform/calendar/definition.ts';
import { User } from '../../../platform/contract/frame.ts';
import { type Answer, contract, recordContract, singleContract } from '../../../platform/contract/index.ts';
import { oneOf, roles } from '../../../platform/decider/index.ts';
import { Wards } from '../domain/city.ts';
import { userRecord } from '../domain/user.ts';

export const readCity = singleContract({
  kind: 'accounts.city',
  summary: 'The city: name, time zone, calendar and wards, and how registers write the wards',
  may: 'signed-in',
  answer: {
    name: Type.String(),
    country: Type.String(),
    timeZone: Type.String(),
    /** In which it keeps its dates: the one it chose, or that of its country. */
    calendar: oneOf(...calendarNames),
    wards: Wards,
    /** Roles whose users must have a second factor. */
    secondFactor: Type.Array(oneOf(...roles)),
  },
});
export type City = Answer<typeof readCity>;

export const inviteUser = contract({
  method: 'POST',
  path: '/api/accounts/users',
  summary: 'Add a user of the office or of a partner organisation; the answer has a first password, shown only once',
  may: ['invite', 'accounts.user'],
  body: userRecord.commands.add.input,
  answer: Type.Object({ id: Type.String(), password: Type.String() }),
});

export const renewPassword = contract({
  method: 'POST',
  path: '/api/accounts/users/{id}/password',
  summary: 'Give a user a new first password, shown only once; all sessions of the user end',
  may: ['renew-password', 'accounts.user'],
  answer: Type.Object({ password: Type.String() }),
});

const { id: _, ...shownOfUser } = User.properties;
export const readUser = recordContract({
  kind: 'accounts.user',
  summary: 'A user: the roles held for good and for a time, and whether they can sign in',
  answer: shownOfUser,
});
