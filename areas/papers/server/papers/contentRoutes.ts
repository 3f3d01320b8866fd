import { giveOut, giveThumbnail } from '../../../../platform/attachments/giveOut.ts';
import { type Attachment, attachmentsOf } from '../../../../platform/attachments/store.ts';
import { refuse } from '../../../../platform/decider/index.ts';
import { type Call, route } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import type { Paper } from '../../../cases/domain/index.ts';
import { readCase } from '../../../cases/server/readers.ts';
import * as contract from '../../contract/index.ts';

/** A paper of a case that the caller may read, whose content is there; the reading is noted. */
async function paperOf(
  call: Call<typeof contract.OfPaper, undefined, undefined>,
  why: string,
): Promise<{ readonly paper: Paper; readonly file: Attachment }> {
  const { id, state } = await readCase(call, call.params.id, why);
  const paper = state.papers.find((one) => one.id === call.params.paper && !one.removed);
  const file = paper && (await attachmentsOf(call.services, call.tx, call.actor.city, id)).get(paper.id);
  if (!paper || !file) throw new Refused(refuse('attachments.not-found'));
  return { paper, file };
}

export const contentRoute = route(contract.readContent, async (call) => {
  const { paper, file } = await paperOf(call, 'case paper');
  return giveOut(call.reply, file, paper.title ?? `${paper.kind} ${paper.on}`);
});

export const thumbnailRoute = route(contract.readThumbnail, async (call) => {
  const { file } = await paperOf(call, 'case paper, small');
  if (file.thumbnailBytes === 0) throw new Refused(refuse('attachments.not-found'));
  return giveThumbnail(call.reply, file);
});
