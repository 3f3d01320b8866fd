import { type Static, Type } from 'typebox';
import { fields, Id, IsoDate, oneOf } from '../../../../platform/decider/index.ts';
import { lacks } from '../limits.ts';

import { riskLevels, sources } from '../state/case.ts';
import { dwellings } from '../state/placements.ts';
import { phases } from './phase.ts';

const Year = Type.Integer({ minimum: 1900, maximum: 2200 });
const Age = Type.Integer({ minimum: 0, maximum: 120 });

/** What a list of cases is narrowed to, or a file of them made of: codes, days and numbers; what a person typed is none of it. */
export const narrowing = {
  status: Type.Optional(oneOf('open', 'closed')),
  mine: Type.Optional(Type.Boolean()),
  overdue: Type.Optional(Type.Boolean()),
  unassigned: Type.Optional(Type.Boolean()),
  riskLevel: Type.Optional(oneOf(...riskLevels)),
  ward: Type.Optional(Type.String({ maxLength: 60 })),
  worker: Type.Optional(Id),
  source: Type.Optional(oneOf(...sources)),
  trafficking: Type.Optional(oneOf('identified', 'suspected')),
  bornFrom: Type.Optional(Year),
  bornTo: Type.Optional(Year),
  /** Years of age today: those who may be of them. */
  ageFrom: Type.Optional(Age),
  ageTo: Type.Optional(Age),
  openedFrom: Type.Optional(IsoDate),
  openedUntil: Type.Optional(IsoDate),
  closedFrom: Type.Optional(IsoDate),
  closedUntil: Type.Optional(IsoDate),
  /** A kind of what waits in it. */
  task: Type.Optional(Type.String({ pattern: '^[a-z-]{1,40}$' })),
  /** With a flag that nobody has settled. */
  flagged: Type.Optional(Type.Boolean()),
  /** What they lack, and of which kind something is overdue in them. */
  lack: Type.Optional(oneOf(...lacks)),
  late: Type.Optional(Type.String({ pattern: '^[a-z-]{1,30}$' })),
  /** Whose child was not seen at a visit for so many days, or never and the case is as old. */
  notSeenDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
  /** How far the work is, and where the child lives. */
  phase: Type.Optional(oneOf(...phases)),
  lives: Type.Optional(oneOf(...dwellings)),
  /** With a referral that stands so. */
  referral: Type.Optional(oneOf('sent', 'accepted', 'declined', 'completed', 'revoked')),
  /** With consent to work on the case that holds today, or without. */
  consent: Type.Optional(Type.Boolean()),
  person: Type.Optional(Id),
  household: Type.Optional(Id),
};
export const Narrowing = fields(narrowing);
export type Narrowing = Static<typeof Narrowing>;

/** Cases that may be chosen one by one in the list. */
export const mostChosen = 100;
