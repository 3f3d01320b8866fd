import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { policy, problems, questionnaireRecord } from '../domain/index.ts';
import { questionnaireRoutes } from './routes.ts';

export const forms: ServerArea = {
  name: 'forms',
  records: [questionnaireRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [],
  routes: questionnaireRoutes,
};
