import { route } from '../../../../platform/http/area.ts';
import * as contract from '../../contract/index.ts';
import { mayInterviewOnFacts, traffickingOf } from '../../domain/index.ts';
import { readCase } from './readCase.ts';

export const assessmentRoute = route(contract.readAssessment, async (call) => {
  const { state } = await readCase(call, call.params.id, 'case assessment');
  const today = await call.services.ledger.today(call.tx, call.actor.city);
  return { ...state.answers, guardianFirst: mayInterviewOnFacts(state, today) !== undefined, trafficking: traffickingOf(state) };
});
