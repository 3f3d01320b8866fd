import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { cityRecord } from '../../accounts/domain/index.ts';
import { linkageRecord, pairRecord, personRecord, policy, problems } from '../domain/index.ts';
import { linkJob } from './linking.ts';
import { routes } from './routes.ts';
import { views } from './views.ts';

export const people: ServerArea = {
  name: 'people',
  records: [personRecord, pairRecord, linkageRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views,
  routes,
  jobs: [linkJob],
  // One run waits at a time: imports and verdicts that come meanwhile are in it too.
  reactions: [
    {
      kinds: ['registers.import'],
      react: ({ events }) =>
        events.some(({ type }) => /^import-(finished|cancelled|failed)$/.test(type))
          ? [{ job: linkJob.name, payload: {}, key: linkJob.name }]
          : [],
    },
    // The wards of a city say how its registers write them.
    {
      kinds: [cityRecord.kind],
      react: ({ events }) =>
        events.some(({ type }) => type === 'wards-listed') ? [{ job: linkJob.name, payload: {}, key: linkJob.name }] : [],
    },
    {
      kinds: [pairRecord.kind],
      react: ({ events }) =>
        events.some(({ type, fields }) => type === 'pair-judged' && (fields['verdict'] !== 'later' || fields['replaces'] !== undefined))
          ? [{ job: linkJob.name, payload: {}, key: linkJob.name }]
          : [],
    },
  ],
};
