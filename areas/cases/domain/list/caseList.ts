import { Type } from 'typebox';
import { BornSchema, coded, Id, IsoDate, identity, Line, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { defineList, from, has, is, own, searched, until } from '../../../../platform/lists/list.ts';
import { caseRecord } from '../case.ts';
import {
  adultServiceWishes,
  basisKinds,
  caseStatuses,
  dangerKinds,
  dwellings,
  recordedSolutions,
  riskLevels,
  sources,
  traffickingFindings,
} from '../choices.ts';
import { lacks } from '../limits.ts';
import { interestSteps } from './interests.ts';
import { phases } from './phase.ts';

const Year = Type.Integer({ minimum: 1900, maximum: 2200 });
const Age = Type.Integer({ minimum: 0, maximum: 120 });
const Yes = coded(Type.Boolean());
const Day = coded(IsoDate);

/** The due date of a case with nothing due: it comes last. */
const never = '9999-12-31';

/** Cases that may be read, as they stand in a list. */
export const caseList = defineList({
  kind: caseRecord.kind,
  path: '/api/cases/list',
  summary: 'Cases open to the reader, what is due first at the top, or what was opened last',
  columns: {
    person: coded(Maybe(Id)),
    name: identity(Type.String()),
    status: coded(oneOf(...caseStatuses)),
    worker: coded(Maybe(Id)),
    ward: coded(Maybe(Type.String())),
    riskLevel: coded(oneOf(...riskLevels)),
    born: identity(Maybe(BornSchema)),
    openedOn: coded(IsoDate),
    closedOn: coded(Maybe(IsoDate)),
    dueOn: coded(Maybe(IsoDate)),
    /** What waits in it, and what of that is overdue. */
    tasks: coded(Type.Integer()),
    overdue: coded(Type.Integer()),
    /** Flags that nobody has settled. */
    flags: coded(Type.Integer()),
    source: coded(Type.String()),
    /** When anything was written last, and when the child was seen last at a visit. */
    touchedOn: coded(IsoDate),
    seenOn: coded(Maybe(IsoDate)),
    /** How far the work is, and where the child lives; null where that was never written down. */
    phase: coded(oneOf(...phases)),
    lives: coded(Maybe(oneOf(...dwellings))),
    /** What was found about trafficking: 'identified' by a formal decision, 'presumed' or 'signs' by the latest screening. */
    trafficking: coded(Maybe(oneOf(...traffickingFindings))),
    /** What endangers the child now, the first to be acted on; null where nothing does, and in a closed case. */
    danger: coded(Maybe(oneOf(...dangerKinds))),
    /** How far it is found what is best for the child, and what was decided for good. */
    interests: coded(oneOf(...interestSteps)),
    solution: coded(Maybe(oneOf(...recordedSolutions))),
    /** What the young person said to adult services, at the handover at 18. */
    leaving: coded(Maybe(oneOf(...adultServiceWishes))),
    /** On what acts may rest today without consent: an order of a court, a duty by law, danger. */
    bases: coded(Type.Array(oneOf(...basisKinds))),
    /** It was closed, and nobody had seen the child. */
    closedUnseen: coded(Type.Boolean()),
    /** The last day until which consent to work on the case holds without a gap, danger not counted; null where there is none. */
    consentUntil: coded(Maybe(IsoDate)),
  },
  filters: {
    status: is('status', coded(oneOf(...caseStatuses))),
    mine: own(Yes),
    overdue: own(Yes),
    unassigned: own(Yes),
    riskLevel: is('riskLevel', coded(oneOf(...riskLevels))),
    ward: is('ward', coded(Type.String({ maxLength: 60 }))),
    worker: is('worker', coded(Id)),
    source: is('source', coded(oneOf(...sources))),
    trafficking: is('trafficking', coded(oneOf(...traffickingFindings))),
    bornFrom: own(coded(Year)),
    bornTo: own(coded(Year)),
    /** Years of age today: those who may be of them. */
    ageFrom: own(coded(Age)),
    ageTo: own(coded(Age)),
    openedFrom: from('openedOn', Day),
    openedUntil: until('openedOn', Day),
    closedFrom: from('closedOn', Day),
    closedUntil: until('closedOn', Day),
    closedUnseen: is('closedUnseen', Yes),
    /** A kind of what waits in it. */
    task: own(coded(Type.String({ pattern: '^[a-z-]{1,40}$' }))),
    /** With a flag that nobody has settled. */
    flagged: own(Yes),
    /** With a danger that nobody has answered. */
    danger: own(Yes),
    /** What they lack, and of which kind something is overdue in them. */
    lack: own(coded(oneOf(...lacks))),
    late: own(coded(Type.String({ pattern: '^[a-z-]{1,30}$' }))),
    /** Whose child was not seen at a visit for so many days, or never and the case is as old. */
    notSeenDays: own(coded(Type.Integer({ minimum: 1, maximum: 3650 }))),
    interests: is('interests', coded(oneOf(...interestSteps))),
    solution: is('solution', coded(oneOf(...recordedSolutions))),
    leaving: is('leaving', coded(oneOf(...adultServiceWishes))),
    basis: own(coded(oneOf(...basisKinds))),
    phase: is('phase', coded(oneOf(...phases))),
    lives: is('lives', coded(oneOf(...dwellings))),
    /** With a referral that stands so. */
    referral: has('referrals', coded(oneOf('sent', 'accepted', 'declined', 'completed', 'revoked'))),
    /** With consent to work on the case that holds today, or without. */
    consent: own(Yes),
    person: is('person', coded(Id)),
    household: own(coded(Id)),
    /** A child's name or a part of it, in any script. */
    name: searched(identity(Line)),
  },
  usual: { status: 'open' },
  orders: {
    due: { by: { dueOn: IsoDate }, none: { dueOn: never } },
    opened: { by: { openedOn: IsoDate }, descending: true },
  },
  counts: {
    shown: ['riskLevel', 'flagged', 'danger'],
    folded: ['ward', 'worker', 'source', 'trafficking', 'phase', 'lives', 'interests', 'solution'],
  },
});
