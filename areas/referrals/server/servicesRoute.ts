import { addDays } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { readSingle } from '../../../platform/http/readRecord.ts';
import { type CaseState, isAsked, limitsOn, limitsRecord } from '../../cases/domain/index.ts';
import { readCase } from '../../cases/server/readers.ts';
import { readCaseServices } from '../contract/index.ts';
import { statusOn } from '../domain/index.ts';

/** What a referral rests on, for people to read; `who` names the carer, null the child itself. */
function basisOf({ consents, safeguards }: CaseState, id: string) {
  const consent = consents.ledger.find((one) => one.id === id);
  if (consent) {
    const { on, who } = consent;
    return { kind: 'consent' as const, on, who: safeguards.carers.find((carer) => carer.id === who)?.name ?? null };
  }
  const emergency = consents.emergencies.find((one) => one.id === id);
  return emergency ? { kind: 'emergency' as const, on: emergency.on, who: null } : null;
}

export const servicesRoute = route(readCaseServices, async (call) => {
  const { tx, actor, params, services } = call;
  const { state } = await readCase(call, params.id, 'case services');
  const today = await services.ledger.today(tx, actor.city);
  const limits = await readSingle(call, limitsRecord);
  return {
    referrals: state.referrals.map(({ consent, ...one }) => ({
      ...one,
      basis: basisOf(state, consent),
      status: statusOn(one, today),
      asked: isAsked(one),
      lost: one.lostOn !== null && !one.lossSettled,
    })),
    transfers: state.transfers,
    shareUntil: addDays(today, limitsOn(limits.state, today).values.shareDays),
  };
});
