import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { childRecord, policy, problems } from '../domain/index.ts';
import { evaluateJob, noteCaseJob } from './evaluating.ts';
import { routes } from './routes.ts';
import { views } from './views.ts';

export const risks: ServerArea = {
  name: 'risks',
  records: [childRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views,
  routes,
  jobs: [evaluateJob, noteCaseJob],
  reactions: [
    { kinds: ['people.linkage'], react: () => [{ job: evaluateJob.name, payload: {}, key: evaluateJob.name }] },
    {
      kinds: ['cases.case'],
      react: ({ id, events, state }) => {
        const person = (state as { person: string | null }).person;
        const opened = events.some(({ type }) => type === 'case-opened' || type === 'case-closed' || type === 'case-reopened');
        return opened && person
          ? [
              { job: noteCaseJob.name, payload: { person, case: id } },
              { job: evaluateJob.name, payload: {}, key: evaluateJob.name },
            ]
          : [];
      },
    },
  ],
};
