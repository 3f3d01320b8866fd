import { addDays } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { readSingle } from '../../../platform/http/readRecord.ts';
import { consentFor, groundOf, holds, isAsked, isSuspect, limitsOn, limitsRecord } from '../../cases/domain/index.ts';
import { readCase } from '../../cases/server/readers.ts';
import { activeOrganisations } from '../../partners/server/readers.ts';
import { readCaseServices } from '../contract/index.ts';
import { statusOn } from '../domain/index.ts';

export const servicesRoute = route(readCaseServices, async (call) => {
  const { tx, actor, params, services } = call;
  const { state } = await readCase(call, params.id, 'case services');
  const today = await services.ledger.today(tx, actor.city);
  const limits = await readSingle(call, limitsRecord);
  const organisations = await activeOrganisations(tx, actor.city);
  return {
    referrals: state.referrals.map(({ consent, ...one }) => ({
      ...one,
      basis: groundOf(state, consent),
      status: statusOn(one, today),
      asked: isAsked(one),
      lost: one.lostOn !== null && !one.lossSettled,
    })),
    transfers: state.transfers,
    sharing: organisations.map(({ id, category }) => {
      const { status, of } = consentFor(state, 'sharing', today, { id, kind: category });
      return { organisation: id, status, of, holds: holds({ status }) };
    }),
    carers: state.safeguards.carers.filter((carer) => !isSuspect(state, carer)).map(({ id, name, relation }) => ({ id, name, relation })),
    language: state.safeguards.languages[0] ?? null,
    interpreter: state.safeguards.interpreter,
    shareUntil: addDays(today, limitsOn(limits.state, today).values.shareDays),
  };
});
