import { route } from '../../../../platform/http/area.ts';
import { activeUsers } from '../../../accounts/server/readers.ts';
import * as contract from '../../contract/index.ts';
import { mayRead } from '../../domain/index.ts';
import { readCase } from './readCase.ts';

export const readersRoute = route(contract.readCaseReaders, async (call) => {
  const { tx, actor, services } = call;
  const { state } = await readCase(call, call.params.id, null);
  const users = await activeUsers(tx);
  const now = services.clock().toISOString();
  const readers = users.filter(({ id, roles }) => id !== actor.id && mayRead(state, { id, roles, active: true }, now));
  return { readers: readers.map(({ id }) => id) };
});
