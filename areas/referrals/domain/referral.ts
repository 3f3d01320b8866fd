import { Type } from 'typebox';
import {
  coded,
  command,
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
  shown,
} from '../../../platform/decider/index.ts';
import {
  type Delivery,
  declineReasons,
  isLive,
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
/** On what it rests that the partner is told: consent, or what stands instead. */
const grounds = ['consent', 'court-order', 'legal-duty', 'emergency'] as const;
export type Rests = (typeof grounds)[number];
const rests = coded(Type.Optional(oneOf(...grounds)));
/** The law, or the court. */
const law = narrative(Type.Optional(Type.String({ maxLength: 300 })));
const marked = Object.fromEntries(Object.entries(sent).map(([name, schema]) => [name, coded(schema)])) as unknown as typeof sent;

const referralEvents = {
  'referral-sent': fields({
    ...marked,
    rests,
    law,
    because: narrative(Prose, shown.prose),
    child: identity(ToldOfChild),
    needs: narrative(ToldOfNeeds),
  }),
  accepted: fields({ on: coded(IsoDate) }),
  declined: fields({
    on: coded(IsoDate),
    reason: coded(oneOf(...declineReasons), shown.word('decline')),
    because: narrative(Type.Optional(Prose), shown.prose),
  }),
  'question-asked': fields({ on: coded(IsoDate), text: narrative(Prose, shown.prose) }),
  'question-answered': fields({ on: coded(IsoDate), text: narrative(Prose, shown.prose) }),
  delivered: fields({ on: coded(IsoDate, shown.on), what: narrative(Prose, shown.prose) }),
  completed: fields({
    on: coded(IsoDate),
    outcome: coded(oneOf(...outcomes), shown.word('outcome')),
    note: narrative(Type.Optional(Prose), shown.prose),
  }),
  revoked: fields({ on: coded(IsoDate) }),
  extended: fields({ until: coded(IsoDate, shown.day), rests, law }),
  'partner-closed': fields({ on: coded(IsoDate) }),
};
export type ReferralEvent = EventOf<typeof referralEvents>;

/** What a partner was sent of a child: a record of its own, so that they are never near the case. */
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
  readonly rests?: Rests;
  readonly law?: string;
  readonly told: Told;
  readonly status: ReferralStatus;
  readonly said: readonly Said[];
  readonly delivered: readonly Delivery[];
  readonly endedOn: string | null;
}

/** How it stands on a day: one whose last day has passed is over, whatever was answered. */
export const statusOn = (one: Pick<ReferralState, 'status' | 'until'>, day: string): ReferralStatus | 'over' =>
  isLive(one) && one.until < day ? 'over' : one.status;

const ended = (status: ReferralStatus, on: string) => ({ status, endedOn: on });

/** The partner does nothing in it after its last day. */
const over = (state: ReferralState, today: string): Refusal | undefined =>
  state.until < today ? refuse('referrals.referral-ended') : undefined;

const notTaken = (state: ReferralState): Refusal | undefined =>
  state.status === 'sent' ? refuse('referrals.referral-not-accepted') : undefined;

export const referralRecord = defineRecord<ReferralState, ReferralEvent>()({
  kind: 'referrals.referral',
  events: referralEvents,
  // Sealed as the case is: erasing the child erases what the partner was told.
  subject: (first) => (first.type === 'referral-sent' ? first.sealedFor : undefined),
  facts: ({ organisation, status, until }) => ({ organisation, status, until }),
  refusals: {
    declined: 'referrals.referral-ended',
    completed: 'referrals.referral-ended',
    revoked: 'referrals.referral-ended',
  },
  grants: {
    // Until its last day or until it has ended; afterwards they know that it was, and no more.
    partner: {
      roles: ['partner'],
      fixed: true,
      where: ({ organisation }, today) =>
        organisation ? { organisation, status: { $in: ['sent', 'accepted'] }, until: { $gte: today } } : undefined,
    },
    'former-partner': { roles: ['partner'], fixed: true, where: ({ organisation }) => (organisation ? { organisation } : undefined) },
  },
  acts: { read: 'partner', know: 'former-partner' },
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
        return { ...state!, ...(event.rests ? { rests: event.rests, law: event.law ?? '' } : {}), until: event.until };
      case 'revoked':
      case 'partner-closed':
        return { ...state!, ...ended('revoked', event.on) };
    }
  },
  commands: {
    send: command({
      summary: 'Tell a partner of a child (of the system alone, when a case refers one)',
      in: 'new-or-existing',
      by: 'system',
      input: fields({ ...sent, rests, law, because: Prose, child: ToldOfChild, needs: ToldOfNeeds }),
      decide: (state, input) => (state ? [] : [{ type: 'referral-sent', ...input } as ReferralEvent]),
    }),
    accept: command({
      summary: 'Accept a referral',
      in: ['sent', 'accepted'],
      by: 'partner',
      offered: ({ status }) => status === 'sent',
      input: fields({}),
      decide: (state, _, { today }) => over(state, today) ?? (state.status === 'accepted' ? [] : [{ type: 'accepted', on: today }]),
    }),
    decline: command({
      summary: 'Decline a referral, and say why',
      in: ['sent', 'accepted'],
      by: 'partner',
      offered: ({ status }) => status === 'sent',
      input: fields({ reason: oneOf(...declineReasons), because: Type.Optional(Prose) }),
      decide: (state, why, { today: on }) =>
        over(state, on) ?? (state.status === 'accepted' ? refuse('referrals.referral-accepted') : [{ type: 'declined', on, ...why }]),
    }),
    ask: command({
      summary: 'Ask the office something about a child who was referred',
      in: ['sent', 'accepted'],
      by: 'partner',
      input: fields({ text: Prose }),
      decide: (state, { text }, { today: on }) => over(state, on) ?? [{ type: 'question-asked', on, text }],
    }),
    report: command({
      summary: 'Say what was done for a child, and on which day',
      in: ['sent', 'accepted'],
      by: 'partner',
      offered: ({ status }) => status === 'accepted',
      input: fields({ on: IsoDate, what: Prose }),
      decide(state, { on, what }, { today }) {
        const refused = over(state, today) ?? notTaken(state);
        if (refused) return refused;
        if (on > today) return refuse('referrals.delivered-later', {}, ['/on']);
        if (on < state.sentOn) return refuse('referrals.delivered-before', { day: state.sentOn }, ['/on']);
        return [{ type: 'delivered', on, what }];
      },
    }),
    complete: command({
      summary: 'Say that all was done that could be, and what came of it; nothing of the child is seen from then on',
      in: ['sent', 'accepted'],
      by: 'partner',
      offered: ({ status }) => status === 'accepted',
      input: fields({ outcome: oneOf(...outcomes), note: Type.Optional(Prose) }),
      decide: (state, came, { today: on }) => over(state, on) ?? notTaken(state) ?? [{ type: 'completed', on, ...came }],
    }),
    tell: command({
      summary: 'What the office answers (of the system alone)',
      in: 'existing',
      by: 'system',
      input: fields({ text: Prose }),
      decide: (_, { text }, { today: on }) => [{ type: 'question-answered', on, text }],
    }),
    extend: command({
      summary: 'That it may be seen until another day (of the system alone)',
      in: 'existing',
      by: 'system',
      input: fields({ until: IsoDate, rests, law }),
      decide: (_, given) => [{ type: 'extended', ...given }],
    }),
    revoke: command({
      summary: 'That the office takes it back (of the system alone)',
      in: 'existing',
      by: 'system',
      input: fields({}),
      decide: (state, _, { today: on }) => (state.endedOn ? [] : [{ type: 'revoked', on }]),
    }),
    'lose-partner': command({
      summary: 'That the city works with the partner no more (of the system alone)',
      in: 'existing',
      by: 'system',
      input: fields({}),
      decide: (state, _, { today: on }) => (state.endedOn ? [] : [{ type: 'partner-closed', on }]),
    }),
  },
});
