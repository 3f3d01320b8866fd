import { Type } from 'typebox';
import { attachmentsOf, limitBytes } from '../../../../platform/attachments/store.ts';
import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { readCase } from '../../../cases/server/readers.ts';

export const papersRoute = route({
  method: 'GET',
  path: '/api/papers/case/{id}',
  summary: 'The papers of a case, those that were removed among them',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    /** Bytes a file may have. */
    limit: Type.Integer(),
    papers: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: Type.String(),
        about: Type.String(),
        language: Maybe(Type.String()),
        title: Maybe(Type.String()),
        on: Type.String(),
        by: Type.String(),
        removed: Maybe(Type.Object({ on: Type.String(), by: Type.String(), because: Type.String() })),
        /** Null where its content has not arrived whole, or was destroyed. */
        file: Maybe(Type.Object({ ending: Type.String(), bytes: Type.Integer(), picture: Type.Boolean() })),
      }),
    ),
  }),
  async handle(call) {
    const { id, state } = await readCase(call, call.params.id, 'case papers');
    const files = await attachmentsOf(call.services, call.tx, call.actor.city, id);
    return {
      limit: limitBytes,
      papers: state.papers.map((paper) => {
        const file = paper.removed ? undefined : files.get(paper.id);
        return { ...paper, file: file ? { ending: file.ending, bytes: file.bytes, picture: file.thumbnailBytes > 0 } : null };
      }),
    };
  },
});
