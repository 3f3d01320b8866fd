import { Type } from 'typebox';
import { coded, IsoDate, identity, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { defineList, own } from '../../../platform/lists/list.ts';
import { urgencies } from '../../cases/domain/index.ts';
import { referralRecord } from './referral.ts';

export const referralsListed = ['sent', 'accepted', 'ended'] as const;

/** What was referred to a partner: to be answered, being done, or ended, each in an order of its own; of what has ended, only that it has. */
export const referralList = defineList({
  kind: referralRecord.kind,
  action: 'know',
  path: '/api/referrals/list',
  summary: "What was referred to the reader's organisation: to be answered, being done, or ended; of what has ended, only that it has",
  columns: {
    name: identity(Maybe(Type.String())),
    /** As it stands today: `over` where its last day has passed. */
    status: coded(oneOf('sent', 'accepted', 'declined', 'completed', 'revoked', 'over')),
    service: coded(Type.String()),
    urgency: coded(oneOf(...urgencies)),
    /** Until when an answer is waited for. */
    answerBy: coded(Maybe(IsoDate)),
    until: coded(IsoDate),
    endedOn: coded(Maybe(IsoDate)),
    /** Whether the partner waits for an answer of the office. */
    asked: coded(Type.Boolean()),
  },
  filters: { which: own(coded(oneOf(...referralsListed))) },
  usual: { which: 'sent' },
  orders: {
    sent: { by: { answerBy: IsoDate } },
    accepted: { by: { until: IsoDate } },
    ended: { by: { lastDay: IsoDate }, descending: true },
  },
});
