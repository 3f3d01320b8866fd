import { attachmentsOf, limitBytes } from '../../../../platform/attachments/store.ts';
import { route } from '../../../../platform/http/area.ts';
import { readCase } from '../../../cases/server/readers.ts';
import * as contract from '../../contract/index.ts';

export const papersRoute = route(contract.listPapers, async (call) => {
  const { id, state } = await readCase(call, call.params.id, 'case papers');
  const files = await attachmentsOf(call.services, call.tx, call.actor.city, id);
  return {
    limit: limitBytes,
    papers: state.papers.map((paper) => {
      const file = paper.removed ? undefined : files.get(paper.id);
      return { ...paper, file: file ? { ending: file.ending, bytes: file.bytes, picture: file.thumbnailBytes > 0 } : null };
    }),
  };
});
