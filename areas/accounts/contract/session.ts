import { Type } from 'typebox';
import { contract } from '../../../platform/contract/index.ts';
import { fields, Line } from '../../../platform/decider/index.ts';

const Password = Type.String({ minLength: 1, maxLength: 200 });
/** What somebody who is signed in does to their own account. */
const own = { method: 'POST', may: 'signed-in' } as const;

export const signIn = contract({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in',
  may: 'anyone',
  body: fields({ userName: Line, password: Password, code: Type.Optional(Line) }),
});

export const changePassword = contract({
  ...own,
  path: '/api/session/password',
  summary: "Change one's own password; all other sessions end",
  body: fields({ old: Password, password: Password }),
});

export const readSetUp = contract({
  method: 'GET',
  path: '/api/session/setup',
  summary: 'Whether this instance waits to be set up',
  may: 'anyone',
  answer: Type.Object({ needed: Type.Boolean() }),
});

export const setUp = contract({
  method: 'POST',
  path: '/api/session/setup',
  summary: 'Set up the municipality and its first administrator, with the setup code that the server printed when it started',
  may: 'anyone',
  body: fields({
    token: Line,
    city: Line,
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    timeZone: Line,
    name: Line,
    userName: Line,
    password: Password,
  }),
});

export const readSecondFactor = contract({
  method: 'GET',
  path: '/api/session/second-factor',
  summary: "Whether one's own account has a second factor, and whether a role requires it",
  may: 'signed-in',
  answer: Type.Object({ on: Type.Boolean(), required: Type.Boolean(), recoveryLeft: Type.Integer() }),
});

export const beginSecondFactor = contract({
  ...own,
  path: '/api/session/second-factor/begin',
  summary: 'A new secret for an authenticator app, shown only once',
  body: fields({ password: Password }),
  answer: Type.Object({ secret: Type.String(), uri: Type.String() }),
});

export const confirmSecondFactor = contract({
  ...own,
  path: '/api/session/second-factor/confirm',
  summary: 'Activate the second factor with a first code; the answer has the recovery codes, shown only once',
  body: fields({ code: Line }),
  answer: Type.Object({ recovery: Type.Array(Type.String()) }),
});

export const removeSecondFactor = contract({
  ...own,
  path: '/api/session/second-factor/remove',
  summary: "Remove one's own second factor, where one's role does not require it",
  body: fields({ password: Password, code: Line }),
});

export const resetSecondFactor = contract({
  method: 'POST',
  path: '/api/accounts/users/{id}/second-factor/reset',
  summary: 'Remove the second factor of a user who lost it; all sessions of the user end, and the log says who did it',
  may: ['reset-second-factor', 'accounts.user'],
  body: fields({}),
});
