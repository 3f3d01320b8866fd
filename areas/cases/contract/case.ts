import { Type } from 'typebox';
import { type Answer, contract, recordContract } from '../../../platform/contract/index.ts';
import { BornSchema, Maybe, oneOf } from '../../../platform/decider/index.ts';
import {
  Action,
  caseStatuses,
  closeReasons,
  Danger,
  EmergencyAccess,
  Flag,
  phases,
  riskLevels,
  Stay,
  taskKinds,
  traffickingFindings,
} from '../domain/index.ts';
import { pageContract } from './page.ts';

const Strings = Type.Array(Type.String());
const Hindrance = Type.Object({
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  page: Maybe(Type.String()),
});

/** What waits; its words are `task.<kind>` where nobody wrote any, and `role` is set where it is for whoever of the office holds that role. */
const Task = Type.Object({
  id: Type.String(),
  kind: oneOf(...taskKinds),
  who: Maybe(Type.String()),
  role: Type.Optional(Type.String()),
  due: Type.String(),
  what: Type.Optional(Type.String()),
  /** The key of words of what it is about: in `task-of.<kind>`. */
  about: Type.Optional(Type.String()),
});

export const readCaseHead = recordContract({
  kind: 'cases.case',
  summary: 'What stands above every page of a case: whose it is, where it stands, what may be done next',
  shows: 'identity',
  answer: {
    person: Maybe(Type.String()),
    name: Type.String(),
    status: oneOf(...caseStatuses),
    worker: Maybe(Type.String()),
    ward: Maybe(Type.String()),
    riskLevel: oneOf(...riskLevels),
    born: Maybe(BornSchema),
    /** A document shows that they are no child: no text of the head calls them one. */
    adult: Type.Boolean(),
    source: Type.String(),
    openedOn: Type.String(),
    closedOn: Maybe(Type.String()),
    closeReason: Maybe(Type.String()),
    /** It was closed, and nobody had seen the child. */
    closedUnseen: Type.Boolean(),
    /** How far the work on it is. */
    phase: oneOf(...phases),
    /** What is found about trafficking, where something is. */
    trafficking: Maybe(oneOf(...traffickingFindings)),
    /** Who cares for the child: the guardian, else with whom they live; null where nobody is known. */
    carer: Maybe(Type.Object({ name: Type.String(), relation: Type.String() })),
    /** On which number the child may be called, whose it is and when; null where none may be, or nobody has asked. */
    call: Maybe(Type.Object({ number: Type.String(), whose: Type.String(), times: Type.String() })),
    /** What the reader does next: what waits first, a danger before all else; null where nothing waits for them. */
    task: Maybe(Task),
    /** Open cases of the same child beside this one: persons with a file each were found to be one. */
    others: Type.Array(Type.Object({ id: Type.String(), openedOn: Type.String(), worker: Maybe(Type.String()) })),
    /** The partner organisation that answers for the child now; null: the office does. */
    handedTo: Maybe(Type.String()),
    /** What is known of the child's safety where they are: words under `safety.<what>`. */
    safety: Type.String(),
    /** What endangers the child now, what is acted on first at the top; empty in a closed case. */
    dangers: Type.Array(Danger),
    /** The last answers that found no danger, where only they say so. */
    foundSafe: Maybe(Type.Object({ source: Type.String(), on: Type.String(), by: Type.String() })),
    /** What was written down last of where the child is, where that is a fact and no placement. */
    recorded: Stay.properties.recorded,
    /** What forbids something to whoever works on the case: words under `forbids.<what>`. */
    forbids: Strings,
    /** What of the law threatens the child: words under `justice:alarm.<kind>`. */
    justiceAlarms: Strings,
    /** How many limits of the law are over. */
    limitsOver: Type.Integer(),
    /** Until when the reader, who is not on the case, has emergency access. */
    openUntil: Maybe(Type.String()),
    /** Flags that nobody has settled; `mine`: the reader may settle it. */
    raised: Type.Array(Type.Object({ ...Type.Omit(Flag, ['settled']).properties, mine: Type.Boolean() })),
    /** Whose the case is who is away, and until when; null where it is with its own worker. */
    lent: Maybe(Type.Object({ of: Type.String(), until: Type.String() })),
  },
});
export type CaseHead = Answer<typeof readCaseHead>;
export type RaisedFlag = CaseHead['raised'][number];

export const readCaseOverview = pageContract({
  path: '/api/cases/case/{id}/overview',
  summary: 'The first page of a case: what is to be done, the concerns it came from, who took emergency access',
  answer: {
    /** The record of the child on the list of those at risk. */
    child: Maybe(Type.String()),
    concerns: Type.Array(
      Type.Object({ id: Type.String(), on: Type.String(), source: Type.String(), by: Type.String(), what: Type.String() }),
    ),
    tasks: Type.Array(Task),
    actions: Type.Array(Type.Omit(Action, ['settledOn'])),
    /** For each reason to close it, what must be done first: codes of problems, what their sentences name, the page of the case that mends it. */
    closing: Type.Array(Type.Object({ reason: oneOf(...closeReasons), hinders: Type.Array(Hindrance) })),
    emergencyAccess: Type.Array(Type.Omit(EmergencyAccess, ['reviewDue'])),
  },
});
export type CaseOverview = Answer<typeof readCaseOverview>;
export type CaseAction = CaseOverview['actions'][number];

export const readCaseReaders = contract({
  method: 'GET',
  path: '/api/cases/case/{id}/readers',
  summary: 'Colleagues to whom a case is open now: those who can be mentioned in it',
  may: ['read', 'cases.case'],
  answer: Type.Object({ readers: Strings }),
});
