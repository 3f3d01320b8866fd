import type { Static } from 'typebox';
import {
  addDays,
  type Context,
  changed,
  consult,
  type EventOf,
  field,
  fields,
  has,
  isRefusal,
  type Refusal,
  refuse,
  without,
} from '../../../../platform/decider/index.ts';
import { type OrganisationState, refusalToRefer } from '../../../partners/domain/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart, type Task } from '../part.ts';
import { consentFor, holds, mayServe } from '../safety/consentFor.ts';
import { groundOf } from '../safety/grounds.ts';
import type { CaseState } from '../state/case.ts';
import { referralEvents as events, type Referral, type Said } from '../state/referrals.ts';
import { splitTold, Told } from '../told.ts';

const organisation = 'partners.organisation';

/** Days ahead that a referral may be shared at most, whatever the city starts with. */
const longestDays = 730;
/** Days within which somebody sees who does it instead, when a partner is lost. */
const lossDays = 3;

/** Whether the partner has still something to do in it. */
export const isLive = ({ status }: Pick<Referral, 'status'>): boolean => status === 'sent' || status === 'accepted';
/** Whether the partner asked something that nobody has answered. */
export const isAsked = ({ said }: { readonly said: readonly Said[] }): boolean => said.at(-1)?.from === 'partner';

/** The partner who answers for the child on that day, because a referral said so and they accepted it; null: the office does. */
export const responsibleOn = ({ referrals: all }: Pick<CaseState, 'referrals'>, day: string): string | null =>
  all.find(({ handover, status, until }) => handover && status === 'accepted' && day <= until)?.organisation ?? null;

const directoryOf = (context: Context, id: string) => consult<OrganisationState>(context, organisation, id);

/** What a referral to a partner may rest on today, and the last day on which it holds; the refusal where there is nothing. */
function basisOf(
  state: CaseState,
  id: string,
  context: Context,
): { readonly consent: string; readonly until: string; readonly urgent: boolean } | Refusal {
  const kind = directoryOf(context, id)?.category ?? null;
  const { status, consent } = consentFor(state, 'sharing', context.today, { id, kind });
  const ground = holds({ status }) && consent ? groundOf(state, consent) : null;
  if (ground) {
    // Of carer and child the word that ends first ends it, unless something stands instead from then on.
    const until = state.consents.ledger
      .flatMap((one) => (one.purpose === 'sharing' && one.until >= context.today && one.until < ground.until ? [one.until] : []))
      .sort()
      .find((day) => !holds(consentFor(state, 'sharing', addDays(day, 1), { id, kind })));
    return { consent: consent!, until: until ?? ground.until, urgent: status === 'emergency' };
  }
  return refuse(status === 'refused' ? 'cases.sharing-refused' : status === 'missing' ? 'cases.sharing-not-asked' : 'cases.sharing-over');
}

/** The same for a referral that is under way: the child is treated, or their family searched for, only as long as consent to that holds, too. */
function stillShared(state: CaseState, { organisation: id, service }: Referral, context: Context): ReturnType<typeof basisOf> {
  const basis = basisOf(state, id, context);
  if (isRefusal(basis) || basis.urgent) return basis;
  return mayServe(state, service, context.today) ?? basis;
}

/** Whether it ends on the day by which its ground must have been reviewed. */
const endsUnreviewed = ({ consents, bases }: CaseState, { consent, until }: Referral): boolean =>
  [...consents.emergencies, ...bases].some(({ id, reviewDue }) => id === consent && reviewDue === until);

/** What becomes of a referral that is under way, now that something was said of its ground. */
function checked(state: CaseState, one: Referral, context: Context): readonly EventOf<typeof events>[] {
  const { today, actor } = context;
  const basis = stillShared(state, one, context);
  if (isRefusal(basis)) return [{ type: 'sharing-stopped', referral: one.id, on: today }];
  if (basis.consent !== one.consent || !endsUnreviewed(state, one)) return [];
  const [until] = [addDays(one.on, limitsNow(context).values.shareDays), basis.until].sort() as [string];
  const stamp = { on: today, by: actor.id };
  return until > one.until ? [{ type: 'referral-extended', referral: one.id, until, consent: basis.consent, ...stamp }] : [];
}

/** The last day asked for, or the city's usual one; never later than what it rests on. */
function lastDay(asked: string | undefined, usual: number, basis: { readonly until: string }, today: string): string | Refusal {
  if (asked === undefined) return [addDays(today, usual), basis.until].sort()[0]!;
  if (asked > addDays(today, longestDays)) return refuse('cases.shared-too-long', { days: longestDays }, ['/until']);
  return asked > basis.until ? refuse('cases.shared-beyond-consent', { day: basis.until }, ['/until']) : asked;
}

const ReferInput = fields({
  ...without(events['referral-made'], 'consent', 'on', 'by', 'answerBy', 'child', 'needs').properties,
  until: field.comingIfAny,
  told: Told,
});

/** What the partner does reaches the case as a consequence, under the name of the partner's user, also when the case was closed meanwhile. */
const heard = { in: ['open', 'closed'], by: 'system' } as const;

/** Referrals to the services of partners, and what came of each. */
export const referrals = definePart(events)({
  slice: 'referrals',
  page: 'services',
  initial: [],
  evolve: {
    'referral-made'(slice, { type: _, referral: id, child, needs, ...made }) {
      const before = { status: 'sent', answeredOn: null, declined: null, said: [], delivered: [], outcome: null, endedOn: null } as const;
      // Who is sent for the same elsewhere takes the place of a partner who was lost.
      const others = slice.map((one) => (one.lostOn && one.service === made.service ? { ...one, lossSettled: true } : one));
      const shares = [...Object.keys(child), ...Object.keys(needs)];
      return [...others, { ...before, lostOn: null, lossSettled: false, ...made, id, shares }];
    },
    'referral-answered': (slice, { referral, how, reason, on, because = '' }) =>
      changed(
        slice,
        referral,
        how === 'accepted'
          ? { status: 'accepted', answeredOn: on }
          : { status: 'declined', answeredOn: on, endedOn: on, declined: { reason: reason ?? 'other', because } },
      ),
    'referral-asked': (slice, { referral, on, text }) =>
      changed(slice, referral, ({ said }) => ({ said: [...said, { from: 'partner' as const, on, text }] })),
    'referral-told': (slice, { referral, on, text }) =>
      changed(slice, referral, ({ said }) => ({ said: [...said, { from: 'office' as const, on, text }] })),
    'service-delivered': (slice, { referral, on, what }) =>
      changed(slice, referral, ({ delivered }) => ({ delivered: [...delivered, { on, what }] })),
    'referral-completed': (slice, { referral, on, outcome }) => changed(slice, referral, { status: 'completed', outcome, endedOn: on }),
    'referral-revoked': (slice, { referral, on }) => changed(slice, referral, { status: 'revoked', endedOn: on }),
    'referral-extended': (slice, { referral, until, consent }) => changed(slice, referral, { until, consent }),
    'sharing-stopped': (slice, { referral, on }) => changed(slice, referral, { status: 'revoked', endedOn: on }),
    'partner-lost': (slice, { referral, on }) => changed(slice, referral, { status: 'revoked', endedOn: on, lostOn: on }),
    'loss-settled': (slice, { referral }) => changed(slice, referral, { lossSettled: true }),
  },
  commands: {
    refer: command({
      summary: 'Refer the child to a service of a partner: what for, telling what, until when',
      area: 'referrals',
      by: 'worker',
      input: ReferInput,
      consults: ({ organisation: id }: Static<typeof ReferInput>) => [limitsConsulted, { kind: organisation, id }],
      decide(state, { told, until: wanted, ...given }, context) {
        const { today, actor } = context;
        if (has(state.referrals, given.referral)) return [];
        const { values } = limitsNow(context);
        const shares = Object.keys(told);
        const partner = directoryOf(context, given.organisation);
        const refused = refusalToRefer(partner, { service: given.service, shares, day: today });
        if (refused) return refused;
        if (shares.length === 0) return refuse('cases.nothing-told', {}, ['/told']);
        const basis = basisOf(state, given.organisation, context);
        if (isRefusal(basis)) return basis;
        // Danger that lets the partner be told lets the child be helped there, too.
        const closed = basis.urgent ? undefined : mayServe(state, given.service, today);
        if (closed) return closed;
        const until = lastDay(wanted, values.shareDays, basis, today);
        if (isRefusal(until)) return until;
        const sameAgain = state.referrals.some(
          (one) => isLive(one) && one.until >= today && one.organisation === given.organisation && one.service === given.service,
        );
        if (sameAgain) return refuse('cases.referred-already');
        if (given.handover && state.referrals.some((one) => one.handover && isLive(one) && one.until >= today))
          return refuse('cases.handed-over-already', {}, ['/handover']);
        const wait = addDays(today, given.urgency === 'urgent' ? values.referralDaysUrgent : values.referralDays);
        // Never later than the last day on which the partner can answer at all.
        const [answerBy = until] = [wait, until].sort();
        const stamp = { consent: basis.consent, on: today, by: actor.id, until, answerBy };
        return [{ type: 'referral-made', ...given, ...stamp, ...splitTold(told) }];
      },
    }),
    'extend-referral': command({
      summary: 'Let a partner see a referral longer, where consent and agreement still allow it',
      area: 'referrals',
      by: 'worker',
      input: fields({ referral: field.id, until: field.coming }),
      consults: (input: { referral: string }, state) =>
        (state?.referrals ?? []).filter(({ id }) => id === input.referral).map((one) => ({ kind: organisation, id: one.organisation })),
      about: 'referral',
      decide(state, { referral, until: wanted }, context, one) {
        if (!isLive(one)) return refuse('cases.referral-ended');
        const { service, shares } = one;
        const refused = refusalToRefer(directoryOf(context, one.organisation), { service, shares, day: context.today });
        if (refused) return refused;
        const basis = stillShared(state, one, context);
        if (isRefusal(basis)) return basis;
        const until = lastDay(wanted, 0, basis, context.today);
        if (isRefusal(until)) return until;
        if (until === one.until) return [];
        return [{ type: 'referral-extended', referral, until, consent: basis.consent, on: context.today, by: context.actor.id }];
      },
    }),
    'tell-partner': command({
      summary: 'Answer what a partner asked about a referral',
      by: 'worker',
      input: without(events['referral-told'], 'on', 'by'),
      about: 'referral',
      consults: ({ referral }: { referral: string }, state) =>
        (state?.referrals ?? []).filter(({ id }) => id === referral).map((one) => ({ kind: organisation, id: one.organisation })),
      decide(state, given, context, one) {
        if (!isLive(one) || one.until < context.today) return refuse('cases.referral-ended');
        const basis = stillShared(state, one, context);
        return isRefusal(basis) ? basis : [{ type: 'referral-told', ...given, on: context.today, by: context.actor.id }];
      },
    }),
    'revoke-referral': command({
      summary: 'Take a referral back, at any time: from this moment the partner sees nothing of it',
      by: 'worker',
      input: without(events['referral-revoked'], 'on', 'by'),
      about: 'referral',
      decide: (_, given, { today, actor }, one) => (isLive(one) ? [{ type: 'referral-revoked', ...given, on: today, by: actor.id }] : []),
    }),
    'settle-loss': command({
      summary: 'Say what is done for the child now that the partner is lost',
      by: 'worker',
      input: without(events['loss-settled'], 'on', 'by'),
      about: 'referral',
      decide(_, given, { today, actor }, { lostOn, lossSettled }) {
        if (!lostOn) return refuse('cases.partner-not-lost');
        return lossSettled ? [] : [{ type: 'loss-settled', ...given, on: today, by: actor.id }];
      },
    }),
    'check-sharing': command({
      summary: 'End the referrals whose consent no longer holds, and let those go on whose ground a supervisor found right',
      ...heard,
      input: fields({}),
      consults: (_, state) => [
        limitsConsulted,
        ...(state?.referrals ?? []).filter(isLive).map((one) => ({ kind: organisation, id: one.organisation })),
      ],
      decide: (state, _, context) => state.referrals.filter(isLive).flatMap((one) => checked(state, one, context)),
    }),
    'hear-answer': command({
      summary: 'What a partner answered to a referral',
      ...heard,
      input: without(events['referral-answered'], 'on'),
      decide: (_, input, { today: on }) => [{ type: 'referral-answered', ...input, on }],
    }),
    'hear-question': command({
      summary: 'What a partner asked about a referral',
      ...heard,
      input: without(events['referral-asked'], 'on'),
      decide: (_, input, { today: on }) => [{ type: 'referral-asked', ...input, on }],
    }),
    'hear-delivery': command({
      summary: 'What a partner did for the child',
      ...heard,
      input: events['service-delivered'],
      decide: (_, input) => [{ type: 'service-delivered', ...input }],
    }),
    'hear-completion': command({
      summary: 'What came of a referral, when the partner is done',
      ...heard,
      input: without(events['referral-completed'], 'on'),
      decide: (_, input, { today: on }) => [{ type: 'referral-completed', ...input, on }],
    }),
    'hear-loss': command({
      summary: 'That the city works with the partner of a referral no more',
      ...heard,
      input: without(events['partner-lost'], 'on'),
      decide: (_, input, { today: on }) => [{ type: 'partner-lost', ...input, on }],
    }),
  },
  tasks: (state) =>
    state.referrals.flatMap((one): Task[] => {
      const task = { id: one.id, who: null };
      if (one.lostOn && !one.lossSettled) return [{ ...task, kind: 'partner-lost', due: addDays(one.lostOn, lossDays) }];
      if (!isLive(one)) return [];
      // What the partner waits for comes before what is waited for from them.
      if (isAsked(one)) return [{ ...task, kind: 'referral-question', due: addDays(one.said.at(-1)!.on, 1) }];
      return one.status === 'sent'
        ? [{ ...task, kind: 'referral-answer', due: one.answerBy }]
        : [{ ...task, kind: 'referral-outcome', due: one.until }];
    }),
  hinders(state, _reason, today): readonly Refusal[] {
    const open = state.referrals.filter((one) => isLive(one) && one.until >= today).length;
    return open > 0 ? [refuse('cases.referrals-open', { open })] : [];
  },
});
