import { Type } from 'typebox';
import { Id } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { activeUsers } from '../../../accounts/server/readers.ts';
import { mayRead } from '../../domain/index.ts';
import { readCase } from './readCase.ts';

export const readersRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}/readers',
  summary: 'Colleagues to whom a case is open now: those who can be mentioned in it',
  may: ['read', 'cases.case'],
  params: Type.Object({ id: Id }),
  answer: Type.Object({ readers: Type.Array(Type.String()) }),
  async handle(call) {
    const { tx, actor, services } = call;
    const { state } = await readCase(call, call.params.id, null);
    const users = await activeUsers(tx);
    const now = services.clock().toISOString();
    const readers = users.filter(({ id, roles }) => id !== actor.id && mayRead(state, { id, roles, active: true }, now));
    return { readers: readers.map(({ id }) => id) };
  },
});
