import { holds, type Policy } from '../../../platform/decider/index.ts';

/** A partner's user reads what was referred to their organisation and works on it, until its last day or until it has ended; afterwards they know that it was, and no more. */
export const policy: Policy = (actor, today) =>
  holds(actor, 'partner') && actor.organisation
    ? [
        { action: 'know', subject: 'referrals.referral', conditions: { organisation: actor.organisation } },
        {
          action: ['read', 'accept', 'decline', 'ask', 'report', 'complete'],
          subject: 'referrals.referral',
          conditions: { organisation: actor.organisation, status: { $in: ['sent', 'accepted'] }, until: { $gte: today } },
        },
      ]
    : [];
