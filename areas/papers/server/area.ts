import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { exportRecord, policy, problems } from '../domain/index.ts';
import { erasureReaction, exportJob, exportReaction, forgetAllExportsJob, forgetExportJob } from './exports/exporting.ts';
import { exportRoutes } from './exports/exportRoutes.ts';
import { paperRoutes } from './papers/routes.ts';
import { tidyPaperJob } from './papers/tidyPaper.ts';

export const papers: ServerArea = {
  name: 'papers',
  records: [exportRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [],
  jobs: [tidyPaperJob, exportJob, forgetExportJob, forgetAllExportsJob],
  reactions: [
    {
      kinds: ['cases.case'],
      react: ({ id, events }) =>
        events.flatMap(({ type, fields }) =>
          type === 'paper-removed' ? [{ job: tidyPaperJob.name, payload: { case: id, paper: String(fields['paper']) } }] : [],
        ),
    },
    exportReaction,
    erasureReaction,
  ],
  routes: [...paperRoutes, ...exportRoutes],
};
