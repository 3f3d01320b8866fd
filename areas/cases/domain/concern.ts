import { Type } from 'typebox';
import {
  coded,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IdOf,
  IsoDate,
  identity,
  Line,
  Maybe,
  narrative,
  oneOf,
  Prose,
  type Refusal,
  refuse,
} from '../../../platform/decider/index.ts';
import { sources } from './state/case.ts';

export const dismissReasons = ['known', 'not-a-concern', 'outside', 'cannot-be-found', 'other'] as const;

const raised = {
  person: Maybe(IdOf('people.person')),
  source: oneOf(...sources),
  ward: Maybe(Type.String({ maxLength: 60 })),
  birthYear: Maybe(Type.Integer({ minimum: 1900, maximum: 2200 })),
};
const concernEvents = {
  'concern-raised': fields({
    person: coded(Maybe(Id)),
    source: coded(raised.source),
    ward: coded(raised.ward),
    birthYear: coded(raised.birthYear),
    by: coded(Id),
    on: coded(IsoDate),
    name: identity(Line),
    what: narrative(Prose),
  }),
  'concern-linked': fields({ person: coded(Maybe(Id)), by: coded(Id) }),
  'concern-accepted': fields({ case: coded(Id), by: coded(Id), on: coded(IsoDate) }),
  'concern-dismissed': fields({
    reason: coded(oneOf(...dismissReasons)),
    by: coded(Id),
    on: coded(IsoDate),
    because: narrative(Prose),
  }),
  'concern-reopened': fields({ by: coded(Id), on: coded(IsoDate), because: narrative(Prose) }),
};
export type ConcernEvent = EventOf<typeof concernEvents>;

export type ConcernStatus = 'open' | 'accepted' | 'dismissed';

/** What somebody worries about for a child, until it is decided whether it becomes a case. */
export interface ConcernState {
  readonly status: ConcernStatus;
  /** Null for a child whom no register is known to hold. */
  readonly person: string | null;
  /** The person under whose key the concern is sealed; null where it is under its own. */
  readonly sealedFor: string | null;
  readonly name: string;
  readonly what: string;
  readonly source: (typeof sources)[number];
  readonly ward: string | null;
  readonly birthYear: number | null;
  readonly raisedBy: string;
  readonly raisedOn: string;
  readonly case: string | null;
  readonly dismissedBecause: (typeof dismissReasons)[number] | null;
}

/** What may be done next, by status. */
export const nextOfConcern = {
  open: ['link', 'accept', 'dismiss'],
  accepted: [],
  dismissed: ['reopen'],
} as const satisfies Readonly<Record<ConcernStatus, readonly string[]>>;

function mayNow(state: ConcernState | undefined, command: string): Refusal | undefined {
  if (!state) return refuse('ledger.not-found');
  if ((nextOfConcern[state.status] as readonly string[]).includes(command)) return undefined;
  return refuse(state.status === 'open' ? 'cases.concern-open' : 'cases.concern-settled');
}

interface RaiseInput {
  person: string | null;
  source: (typeof sources)[number];
  ward: string | null;
  birthYear: number | null;
  name: string;
  what: string;
}

export const concernRecord = defineRecord<ConcernState, ConcernEvent>()({
  kind: 'cases.concern',
  events: concernEvents,
  subject: (first) => (first.type === 'concern-raised' ? (first.person ?? undefined) : undefined),
  facts: (state) => ({ status: state.status, raisedBy: state.raisedBy, ward: state.ward }),
  evolve(state, event) {
    switch (event.type) {
      case 'concern-raised': {
        const { type: _, by, on, ...rest } = event;
        return { ...rest, sealedFor: rest.person, status: 'open', raisedBy: by, raisedOn: on, case: null, dismissedBecause: null };
      }
      case 'concern-linked':
        return { ...state!, person: event.person };
      case 'concern-accepted':
        return { ...state!, status: 'accepted', case: event.case };
      case 'concern-dismissed':
        return { ...state!, status: 'dismissed', dismissedBecause: event.reason };
      case 'concern-reopened':
        return { ...state!, status: 'open', dismissedBecause: null };
    }
  },
  commands: {
    raise: {
      summary: 'Raise a concern about a child, known to a register or not',
      input: fields({ ...raised, name: Line, what: Prose }),
      decide: (state, input, { today, actor }) =>
        state ? refuse('cases.concern-exists') : [{ type: 'concern-raised', ...(input as RaiseInput), by: actor.id, on: today }],
    },
    link: {
      summary: 'Say which person a concern is about, or that the child is not known yet',
      input: fields({ person: Maybe(IdOf('people.person')) }),
      decide(state, input, { actor }) {
        const { person } = input as { person: string | null };
        return mayNow(state, 'link') ?? (state!.person === person ? [] : [{ type: 'concern-linked', person, by: actor.id }]);
      },
    },
    'follow-person': {
      summary: 'Follow a person whose rows were taken up by another',
      input: fields({ from: Id, person: Id }),
      decide(state, input, { actor }) {
        const { from, person } = input as { from: string; person: string };
        if (!state) return refuse('ledger.not-found');
        return state.person === from && from !== person ? [{ type: 'concern-linked', person, by: actor.id }] : [];
      },
    },
    accept: {
      summary: 'Take a concern up in a case',
      input: fields({ case: IdOf('cases.case') }),
      decide: (state, input, { today, actor }) =>
        mayNow(state, 'accept') ?? [{ type: 'concern-accepted', case: (input as { case: string }).case, by: actor.id, on: today }],
    },
    dismiss: {
      summary: 'Say that a concern does not become a case, and why',
      input: fields({ reason: oneOf(...dismissReasons), because: Prose }),
      decide(state, input, { today, actor }) {
        const { reason, because } = input as { reason: (typeof dismissReasons)[number]; because: string };
        return mayNow(state, 'dismiss') ?? [{ type: 'concern-dismissed', reason, because, by: actor.id, on: today }];
      },
    },
    reopen: {
      summary: 'Look at a dismissed concern again, and say why',
      input: fields({ because: Prose }),
      decide: (state, input, { today, actor }) =>
        mayNow(state, 'reopen') ?? [{ type: 'concern-reopened', because: (input as { because: string }).because, by: actor.id, on: today }],
    },
  },
});
