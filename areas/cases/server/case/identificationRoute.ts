import { allows } from '../../../../platform/permissions/ability.ts';
import { findInstrument } from '../../../forms/server/readers.ts';
import * as contract from '../../contract/index.ts';
import { type CaseState, caseRecord, stands, traffickedAgain, traffickingOf } from '../../domain/index.ts';
import { pageRoute } from './readCase.ts';

export const identificationRoute = pageRoute(contract.readIdentification, 'case identification', async (state, call) => {
  const { tx, actor, ability, services } = call;
  const { decisions, earlierCases } = state.identification;
  const others = await services.ledger.findMany<CaseState>(tx, actor.city, caseRecord.kind, earlierCases);
  const screenings = await Promise.all(
    state.answers.given
      .filter(({ purpose }) => purpose === 'screening')
      .map(async ({ id, on, questionnaire, version, now }) => {
        const instrument = await findInstrument(services, tx, questionnaire, version);
        const found = instrument?.findings(now.answers);
        const fired = [...(found?.fired ?? []), ...(found?.dimensions.flatMap((dimension) => dimension.fired) ?? [])];
        return { id, on, questionnaire, version, result: now.outcome.result, fired, adult: found?.adult ?? false };
      }),
  );
  return {
    decisions: decisions.map((decision) => ({ ...decision, stands: stands(decision) })),
    trafficking: traffickingOf(state),
    again: traffickedAgain(state),
    earlierCases: [...others].map(([id, { state: other }]) => ({
      id,
      openedOn: other.openedOn,
      readable: allows(ability, 'read', caseRecord.kind, { ...caseRecord.facts(other), id, city: actor.city }),
    })),
    screenings,
  };
});
