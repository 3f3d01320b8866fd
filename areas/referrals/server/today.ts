import { bandOf, type TodayCall, type TodayPart } from '../../../platform/http/waiting.ts';
import { type ReferralState, referralRecord } from '../domain/index.ts';
import { referralsOf } from './referralList.ts';

/** A partner's queue: who waits for an answer, and whom they help until when. Of whom, only as far as the office told them. */
export async function referralsToday(call: TodayCall): Promise<TodayPart | undefined> {
  const { tx, actor, services, note, today, until, say, may } = call;
  if (!actor.organisation || !may('know', referralRecord.kind)) return undefined;
  const rows = await referralsOf(call);
  const waits = rows.flatMap(({ id, status, urgency, answerBy, until: last }) => {
    if (status === 'sent') return [{ id, band: urgency === 'urgent' ? ('now' as const) : bandOf(answerBy, today), rank: 0, due: answerBy }];
    return last <= until ? [{ id, band: bandOf(last, today), rank: 1, due: last }] : [];
  });
  const helped = rows.filter(({ status }) => status === 'accepted').length;
  return {
    waits,
    counts: [{ n: helped, label: say('referrals:referrals.list-accepted'), to: '/referrals?which=accepted' }],
    async lines(shown) {
      const found = await services.ledger.findMany<ReferralState>(
        tx,
        tx.city,
        referralRecord.kind,
        shown.map(({ id }) => id),
      );
      await note(referralRecord.kind, [...found.keys()], 'what waits today');
      return shown.flatMap(({ id }) => {
        const state = found.get(id)?.state;
        if (!state) return [];
        const isSent = state.status === 'sent';
        return [
          {
            ...{ id, kind: isSent ? 'referral-sent' : 'referral-ends', who: state.told.name || say('referrals:referrals.no-name') },
            what: say(`referrals:today.${isSent ? 'answer' : 'ends'}`, { service: say(`partners:service.${state.service}`) }),
            ...{ act: say(`referrals:today.act.${isSent ? 'answer' : 'open'}`), to: `/referrals/${id}` },
          },
        ];
      });
    },
  };
}
