import { Type } from 'typebox';
import { calendarNames } from '../calendar/definition.ts';
import { BornSchema, fields, Maybe, oneOf, roles } from '../decider/index.ts';
import { contract, type Data } from './contract.ts';

// What the frame of the app reads and sends itself, whichever area answers it.

/** A role that a user holds from a day until another; null where no end is planned. */
const RoleTerm = Type.Object({ role: oneOf(...roles), from: Type.String(), until: Maybe(Type.String()) });

export const readSession = contract({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, what they may do, and the city; nobody is an answer too',
  may: 'anyone',
  answer: Type.Union([
    Type.Object({ user: Type.Null() }),
    Type.Object({
      user: Type.Object({
        id: Type.String(),
        name: Type.String(),
        roles: Type.Array(oneOf(...roles)),
        terms: Type.Array(RoleTerm),
        /** The partner organisation of a partner's user. */
        organisation: Maybe(Type.String()),
      }),
      csrf: Type.String(),
      /** Opens what this user typed on a device and did not send. */
      draftKey: Type.String(),
      /** For each kind of record the actions that are allowed on some of it. */
      may: Type.Record(Type.String(), Type.Array(Type.String())),
      mustChange: Type.Boolean(),
      mustAddFactor: Type.Boolean(),
      city: Type.Object({
        name: Type.String(),
        country: Type.String(),
        timeZone: Type.String(),
        calendar: oneOf(...calendarNames),
        today: Type.String(),
        wards: Type.Array(Type.String()),
        /** What each ward of the city's list is called. */
        wardNames: Type.Record(Type.String(), Type.String()),
        /** The areas that the city does without today. */
        areasOff: Type.Array(Type.String()),
      }),
    }),
  ]),
});

export const signOut = contract({ method: 'DELETE', path: '/api/session', summary: 'Sign out', may: 'signed-in' });

export const User = Type.Object({
  id: Type.String(),
  name: Type.String(),
  roles: Type.Array(oneOf(...roles)),
  terms: Type.Array(RoleTerm),
  organisation: Maybe(Type.String()),
  active: Type.Boolean(),
  secondFactor: Type.Boolean(),
  /** In which languages and wards they work, as far as it was said. */
  languages: Type.Array(Type.String()),
  wards: Type.Array(Type.String()),
});
export type User = Data<typeof User>;

export const listUsers = contract({
  method: 'GET',
  path: '/api/accounts/users',
  summary: 'The people of the office: names and roles',
  may: ['read', 'accounts.user'],
  answer: Type.Object({ users: Type.Array(User) }),
});

/** Parts of the queue of Today, the most urgent first. */
export const bands = ['now', 'today', 'week'] as const;
export type Band = (typeof bands)[number];

/** One thing to do: whom it is about, what, by when, and where it is done. */
const TodayLine = Type.Object({
  /** The same as long as it is the same thing to do. */
  id: Type.String(),
  /** What kind of thing it is: `visit`, `approval`. */
  kind: Type.String(),
  /** A name, or what it is about in words. */
  who: Type.String(),
  born: Type.Optional(Maybe(BornSchema)),
  sex: Type.Optional(Maybe(Type.String())),
  /** Few words about whom it is about, where that is no child. */
  about: Type.Optional(Type.String()),
  /** A sentence in the reader's language. */
  what: Type.String(),
  /** The day by which it is to be done. */
  due: Maybe(Type.String()),
  late: Type.Boolean(),
  /** A child is in danger now. */
  danger: Type.Optional(Type.Boolean()),
  act: Type.String(),
  to: Type.String(),
});
export type TodayLine = Data<typeof TodayLine>;

const TodayCount = Type.Object({ n: Type.Integer(), label: Type.String(), to: Type.Optional(Type.String()) });
export type TodayCount = Data<typeof TodayCount>;

export const readToday = contract({
  method: 'GET',
  path: '/api/office/today',
  summary: 'What the reader does next: the queue of their roles in three bands, the first lines of each or more of one, and counts',
  may: 'signed-in',
  shows: 'identity',
  query: fields({ more: Type.Optional(oneOf(...bands)) }),
  answer: Type.Object({
    bands: Type.Array(Type.Object({ band: oneOf(...bands), total: Type.Integer(), lines: Type.Array(TodayLine) })),
    counts: Type.Array(TodayCount),
  }),
});
