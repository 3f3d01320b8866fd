import * as contract from '../../contract/index.ts';
import { dutiesIn } from '../../domain/bases/duties.ts';
import { purposes } from '../../domain/choices.ts';
import { consentFor, mayInterviewOnFacts, standingOf } from '../../domain/safety/consentFor.ts';
import { safetyNow } from '../../domain/safety/danger.ts';
import { basisStands, groundOf } from '../../domain/safety/grounds.ts';
import { carerOf, forbidding, guardianOf, lacksGuardian, mayConsent, treatedAsChild } from '../../domain/safety/protection.ts';
import { stayNow } from '../../domain/safety/whereabouts.ts';
import { callable } from './callable.ts';
import { pageRoute, todayOf } from './readCase.ts';

export const protectionRoute = pageRoute(contract.readProtection, 'case protection', async (state, call) => {
  const today = await todayOf(call);
  const { carers, contact, guardian } = state.safeguards;
  const acting = guardianOf(state);
  const calls = await callable(call.services, call.tx, call.params.id, state);
  return {
    ...state.safeguards,
    safety: safetyNow(state, today),
    stay: stayNow(state) ?? null,
    forbids: forbidding(state, today),
    interview: mayInterviewOnFacts(state, today)?.refused ?? null,
    lacksGuardian: lacksGuardian(state, today),
    guardian: guardian && acting ? { ...guardian, name: acting.name } : null,
    carers: carers.map((carer) => ({ ...carer, mayCall: calls.mayCall(carer), mayConsent: mayConsent(state, carer) })),
    child: treatedAsChild(state, today),
    contact: contact && { ...contact, numbers: calls.numbers },
    purposes: purposes.flatMap((purpose) => (purpose === 'sharing' ? [] : [{ purpose, ...consentFor(state, purpose, today) }])),
    consents: state.consents.ledger.toReversed().map((one) => ({
      ...one,
      name: one.who === 'child' ? '' : (carerOf(state, one.who)?.name ?? ''),
      standing: standingOf(state, one, today),
    })),
    papers: state.papers.filter(({ kind, removed }) => kind === 'consent' && !removed),
    emergencies: state.consents.emergencies.toReversed(),
    bases: state.bases.toReversed().map(({ by: recordedBy, law: _law, authority: _authority, ...one }) => {
      const { by = null, mark = null } = groundOf(state, one.id) ?? {};
      return { ...one, by, mark, recordedBy, stands: basisStands({ ...one, by: recordedBy }, today) };
    }),
    duties: dutiesIn(state.country),
  };
});
