import { Type } from 'typebox';
import { Id } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { tasksOf } from '../../domain/index.ts';
import { CaseSummary, Maybe } from '../rows.ts';
import { readCase } from './readCase.ts';

export const headRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}',
  summary: 'What stands above every page of a case: whose it is, where it stands, what is due, what may be done next',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    ...CaseSummary,
    version: Type.Integer(),
    source: Type.String(),
    closedOn: Maybe(Type.String()),
    closeReason: Maybe(Type.String()),
    next: Type.Array(Type.String()),
  }),
  async handle(call) {
    const { id, state, version, next } = await readCase(call, call.params.id, 'case page');
    const { person, name, status, worker, ward, riskLevel, birthYear, openedOn, source, closedOn, closeReason } = state;
    const tasks = tasksOf(state);
    const due = { dueOn: tasks[0]?.due ?? null, tasks: tasks.length };
    return {
      id,
      person,
      name,
      status,
      worker,
      ward,
      riskLevel,
      birthYear,
      openedOn,
      ...due,
      version,
      source,
      closedOn,
      closeReason,
      next: [...next],
    };
  },
});
