import { route } from '../../../../platform/http/area.ts';
import * as contract from '../../contract/index.ts';
import { stagesOf } from '../../domain/index.ts';
import { readCase } from './readCase.ts';

export const justiceRoute = route(contract.readJustice, async (call) => {
  const { state } = await readCase(call, call.params.id, 'case justice');
  return { ...state.justice, stages: stagesOf(state) };
});
