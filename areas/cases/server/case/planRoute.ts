import { route } from '../../../../platform/http/area.ts';
import * as contract from '../../contract/index.ts';
import { readCase } from './readCase.ts';

export const planRoute = route(contract.readPlan, async (call) => {
  const { plan, approvals, conferences } = (await readCase(call, call.params.id, 'case plan')).state;
  return { ...plan, approvals, conferences };
});
