import { addDays } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { readSingle } from '../../../platform/http/readRecord.ts';
import { groundOf, isAsked, limitsOn, limitsRecord } from '../../cases/domain/index.ts';
import { readCase } from '../../cases/server/readers.ts';
import { readCaseServices } from '../contract/index.ts';
import { statusOn } from '../domain/index.ts';

export const servicesRoute = route(readCaseServices, async (call) => {
  const { tx, actor, params, services } = call;
  const { state } = await readCase(call, params.id, 'case services');
  const today = await services.ledger.today(tx, actor.city);
  const limits = await readSingle(call, limitsRecord);
  return {
    referrals: state.referrals.map(({ consent, ...one }) => ({
      ...one,
      basis: groundOf(state, consent),
      status: statusOn(one, today),
      asked: isAsked(one),
      lost: one.lostOn !== null && !one.lossSettled,
    })),
    transfers: state.transfers,
    shareUntil: addDays(today, limitsOn(limits.state, today).values.shareDays),
  };
});
