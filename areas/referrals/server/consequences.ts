import type { Tx } from '../../../platform/database/pool.ts';
import type { Consequence, Decided, FollowUp } from '../../../platform/ledger/view.ts';
import { type CaseEvent, type CaseState, caseRecord, groundOf, isLive } from '../../cases/domain/index.ts';
import { agreementsOn, type OrganisationState } from '../../partners/domain/index.ts';
import { type ReferralEvent, type ReferralState, type Rests, referralRecord } from '../domain/index.ts';

/** What may take away the ground on which something of a child is told to a partner. */
const shaking: ReadonlySet<string> = new Set([
  'consent-refused',
  'consent-withdrawn',
  'child-not-asked',
  'emergency-reviewed',
  'basis-reviewed',
  'basis-ended',
  'carer-suspected',
  'age-recorded',
] satisfies CaseEvent['type'][]);

const toReferral = (id: string, name: string, input: object): FollowUp => ({ kind: referralRecord.kind, id, name, input });

/** On what the partner is told: not whose consent it is, which is the office's to know. */
function restsOn(state: CaseState, id: string): { rests?: Rests; law?: string } {
  const { kind, by } = groundOf(state, id) ?? {};
  return { ...(kind ? { rests: kind } : {}), ...(by ? { law: by } : {}) };
}

/** What the office decides reaches the partner's record in the same moment. */
function fromCase({ id, state, events }: Decided): FollowUp[] {
  const { sealedFor, referrals } = state as CaseState;
  const check = referrals.some(isLive) && events.some(({ type }) => shaking.has(type));
  const follows = (events as unknown as readonly CaseEvent[]).flatMap((event) => {
    switch (event.type) {
      case 'referral-made': {
        const { type: _, referral, consent, by: _by, ...made } = event;
        return [toReferral(referral, 'send', { case: id, sealedFor: sealedFor ?? id, ...made, ...restsOn(state as CaseState, consent) })];
      }
      case 'referral-told':
        return [toReferral(event.referral, 'tell', { text: event.text })];
      case 'referral-extended':
        return [toReferral(event.referral, 'extend', { until: event.until, ...restsOn(state as CaseState, event.consent) })];
      case 'referral-revoked':
      case 'sharing-stopped':
        return [toReferral(event.referral, 'revoke', {})];
      default:
        return [];
    }
  });
  return check ? [...follows, { kind: caseRecord.kind, id, name: 'check-sharing', input: {} }] : follows;
}

/** What the partner does reaches the case. */
function fromReferral({ id: referral, state, events }: Decided): FollowUp[] {
  const toCase = (name: string, input: object): FollowUp => ({
    kind: caseRecord.kind,
    id: (state as ReferralState).case,
    name,
    input: { referral, ...input },
  });
  return (events as unknown as readonly ReferralEvent[]).flatMap((event) => {
    switch (event.type) {
      case 'accepted':
        return [toCase('hear-answer', { how: 'accepted' })];
      case 'declined': {
        const { reason, because } = event;
        return [toCase('hear-answer', { how: 'declined', reason, ...(because === undefined ? {} : { because }) })];
      }
      case 'question-asked':
        return [toCase('hear-question', { text: event.text })];
      case 'delivered':
        return [toCase('hear-delivery', { on: event.on, what: event.what })];
      case 'completed': {
        const { outcome, note } = event;
        return [toCase('hear-completion', { outcome, ...(note === undefined ? {} : { note }) })];
      }
      case 'partner-closed':
        return [toCase('hear-loss', {})];
      default:
        return [];
    }
  });
}

/** The referrals with which a partner still has something to do. */
export async function runningWith(tx: Tx, organisation: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    "select id from referrals_referral where city = $1 and organisation = $2 and status in ('sent', 'accepted') order by id",
    [tx.city, organisation],
  );
  return rows.map(({ id }) => id);
}

export const referralConsequences: readonly Consequence[] = [
  { kinds: [caseRecord.kind], follow: fromCase },
  { kinds: [referralRecord.kind], follow: fromReferral },
  {
    // A partner with whom the city works no more has nothing to do with its children either.
    kinds: ['partners.organisation'],
    async follow({ id, events, state }, tx) {
      const lost = events.some(
        ({ type, on }) =>
          type === 'organisation-closed' ||
          (type === 'agreement-ended' && agreementsOn(state as OrganisationState, String(on)).length === 0),
      );
      if (!lost) return [];
      return (await runningWith(tx, id)).map((one) => toReferral(one, 'lose-partner', {}));
    },
  },
];
