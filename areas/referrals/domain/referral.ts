import { Type } from 'typebox';
import {
  coded,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IsoDate,
  identity,
  narrative,
  oneOf,
  Prose,
  type Refusal,
  refuse,
} from '../../../platform/decider/index.ts';
import {
  type Delivery,
  declineReasons,
  outcomes,
  type ReferralStatus,
  type Said,
  type Told,
  ToldOfChild,
  ToldOfNeeds,
  urgencies,
} from '../../cases/domain/index.ts';
import { Service } from '../../partners/domain/index.ts';

const sent = {
  case: Id,
  /** Whose key seals the case, and so this. */
  sealedFor: Id,
  organisation: Id,
  service: Service,
  urgency: oneOf(...urgencies),
  handover: Type.Boolean(),
  on: IsoDate,
  until: IsoDate,
  answerBy: IsoDate,
};
const marked = Object.fromEntries(Object.entries(sent).map(([name, schema]) => [name, coded(schema)])) as unknown as typeof sent;

const referralEvents = {
  'referral-sent': fields({ ...marked, because: narrative(Prose), child: identity(ToldOfChild), needs: narrative(ToldOfNeeds) }),
  accepted: fields({ on: coded(IsoDate) }),
  declined: fields({ on: coded(IsoDate), reason: coded(oneOf(...declineReasons)), because: narrative(Type.Optional(Prose)) }),
  'question-asked': fields({ on: coded(IsoDate), text: narrative(Prose) }),
  'question-answered': fields({ on: coded(IsoDate), text: narrative(Prose) }),
  delivered: fields({ on: coded(IsoDate), what: narrative(Prose) }),
  completed: fields({ on: coded(IsoDate), outcome: coded(oneOf(...outcomes)), note: narrative(Type.Optional(Prose)) }),
  revoked: fields({ on: coded(IsoDate) }),
  extended: fields({ until: coded(IsoDate) }),
  'partner-closed': fields({ on: coded(IsoDate) }),
};
export type ReferralEvent = EventOf<typeof referralEvents>;

/** What a partner was sent of a child: a record of its own, so that he is never near the case. */
export interface ReferralState {
  readonly case: string;
  readonly sealedFor: string;
  readonly organisation: string;
  readonly service: string;
  readonly urgency: (typeof urgencies)[number];
  readonly handover: boolean;
  readonly sentOn: string;
  readonly until: string;
  readonly answerBy: string;
  readonly because: string;
  readonly told: Told;
  readonly status: ReferralStatus;
  readonly said: readonly Said[];
  readonly delivered: readonly Delivery[];
  readonly endedOn: string | null;
}

const ended = (status: ReferralStatus, on: string) => ({ status, endedOn: on });

/** Why the partner can do nothing in it any more; undefined where he can. */
function over(state: ReferralState | undefined, today: string): Refusal | undefined {
  if (!state) return refuse('ledger.not-found');
  if ((state.status !== 'sent' && state.status !== 'accepted') || state.until < today) return refuse('cases.referral-ended');
  return undefined;
}
const notTaken = (state: ReferralState): Refusal | undefined =>
  state.status === 'sent' ? refuse('referrals.referral-not-accepted') : undefined;

interface SendInput {
  readonly because: string;
  readonly child: Told;
  readonly needs: Told;
  readonly on: string;
}

export const referralRecord = defineRecord<ReferralState, ReferralEvent>()({
  kind: 'referrals.referral',
  events: referralEvents,
  // Sealed as the case is: erasing the child erases what the partner was told.
  subject: (first) => (first.type === 'referral-sent' ? first.sealedFor : undefined),
  facts: ({ organisation, status, until }) => ({ organisation, status, until }),
  evolve(state, event) {
    switch (event.type) {
      case 'referral-sent': {
        const { type: _, child, needs, on, ...rest } = event;
        return { ...rest, sentOn: on, told: { ...child, ...needs }, status: 'sent', said: [], delivered: [], endedOn: null };
      }
      case 'accepted':
        return { ...state!, status: 'accepted' };
      case 'declined':
        return { ...state!, ...ended('declined', event.on) };
      case 'question-asked':
        return { ...state!, said: [...state!.said, { from: 'partner', on: event.on, text: event.text }] };
      case 'question-answered':
        return { ...state!, said: [...state!.said, { from: 'office', on: event.on, text: event.text }] };
      case 'delivered':
        return { ...state!, delivered: [...state!.delivered, { on: event.on, what: event.what }] };
      case 'completed':
        return { ...state!, ...ended('completed', event.on) };
      case 'extended':
        return { ...state!, until: event.until };
      case 'revoked':
      case 'partner-closed':
        return { ...state!, ...ended('revoked', event.on) };
    }
  },
  commands: {
    send: {
      summary: 'Tell a partner of a child (of the system alone, when a case refers one)',
      input: fields({ ...sent, because: Prose, child: ToldOfChild, needs: ToldOfNeeds }),
      decide: (state, input) => (state ? [] : [{ type: 'referral-sent', ...(input as SendInput) } as ReferralEvent]),
    },
    accept: {
      summary: 'Take a child who was referred',
      input: fields({}),
      decide: (state, _, { today }) => over(state, today) ?? (state!.status === 'accepted' ? [] : [{ type: 'accepted', on: today }]),
    },
    decline: {
      summary: 'Not take a child who was referred, and say why',
      input: fields({ reason: oneOf(...declineReasons), because: Type.Optional(Prose) }),
      decide(state, input, { today: on }) {
        const given = input as { reason: (typeof declineReasons)[number]; because?: string };
        const refused = over(state, on);
        if (refused) return refused;
        if (state!.status === 'accepted') return refuse('referrals.referral-accepted');
        return [{ type: 'declined', on, ...given }];
      },
    },
    ask: {
      summary: 'Ask the office something about a child who was referred',
      input: fields({ text: Prose }),
      decide: (state, input, { today: on }) => over(state, on) ?? [{ type: 'question-asked', on, text: (input as { text: string }).text }],
    },
    report: {
      summary: 'Say what was done for a child, and on which day',
      input: fields({ on: IsoDate, what: Prose }),
      decide(state, input, { today }) {
        const { on, what } = input as { on: string; what: string };
        const refused = over(state, today) ?? notTaken(state!);
        if (refused) return refused;
        if (on > today) return refuse('referrals.delivered-later', {}, ['/on']);
        if (on < state!.sentOn) return refuse('referrals.delivered-before', { day: state!.sentOn }, ['/on']);
        return [{ type: 'delivered', on, what }];
      },
    },
    complete: {
      summary: 'Say that all was done that could be, and what came of it; nothing of the child is seen from then on',
      input: fields({ outcome: oneOf(...outcomes), note: Type.Optional(Prose) }),
      decide(state, input, { today: on }) {
        const given = input as { outcome: (typeof outcomes)[number]; note?: string };
        return over(state, on) ?? notTaken(state!) ?? [{ type: 'completed', on, ...given }];
      },
    },
    tell: {
      summary: 'What the office answers (of the system alone)',
      input: fields({ text: Prose }),
      decide: (state, input, { today: on }) =>
        state ? [{ type: 'question-answered', on, text: (input as { text: string }).text }] : refuse('ledger.not-found'),
    },
    extend: {
      summary: 'That it may be seen until another day (of the system alone)',
      input: fields({ until: IsoDate }),
      decide: (state, input) => (state ? [{ type: 'extended', until: (input as { until: string }).until }] : refuse('ledger.not-found')),
    },
    revoke: {
      summary: 'That the office takes it back (of the system alone)',
      input: fields({}),
      decide: (state, _, { today: on }) => (!state ? refuse('ledger.not-found') : state.endedOn ? [] : [{ type: 'revoked', on }]),
    },
    'lose-partner': {
      summary: 'That the city works with the partner no more (of the system alone)',
      input: fields({}),
      decide: (state, _, { today: on }) => (!state ? refuse('ledger.not-found') : state.endedOn ? [] : [{ type: 'partner-closed', on }]),
    },
  },
});
