import { route } from '../../../../platform/http/area.ts';
import * as contract from '../../contract/index.ts';
import { domainsAt } from '../../domain/index.ts';
import { readCase } from './readCase.ts';

export const followUpRoute = route(contract.readFollowUp, async (call) => {
  const { state } = await readCase(call, call.params.id, 'case follow-up');
  return { ...state.followUp, visits: state.followUp.visits.map((visit) => ({ ...visit, domains: domainsAt(state, visit) })) };
});
