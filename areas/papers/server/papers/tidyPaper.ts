import { remove } from '../../../../platform/attachments/store.ts';
import { withTransaction } from '../../../../platform/database/pool.ts';
import type { JobDefinition } from '../../../../platform/jobs/job.ts';
import { type CaseState, caseRecord } from '../../../cases/domain/index.ts';

/** Destroys the content of a paper that its case does not have, or has no more. */
export const tidyPaperJob: JobDefinition = {
  name: 'papers.tidy-paper',
  async run({ city, case: id, paper }, services) {
    await withTransaction(services.pool, city, async (tx) => {
      const found = await services.ledger.find<CaseState>(tx, city, caseRecord.kind, String(id));
      const kept = found?.state.papers.some((one) => one.id === paper && !one.removed);
      if (!kept) await remove(tx, city, String(paper));
    });
  },
};
