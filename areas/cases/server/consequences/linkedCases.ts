import type { Consequence, FollowUp } from '../../../../platform/ledger/view.ts';
import { type CaseEvent, type CaseState, caseRecord, suspectRecord } from '../../domain/index.ts';

const toCase = (id: string, name: string, input: object): FollowUp => ({ kind: caseRecord.kind, id, name, input });

/** A link is the same from either side; whoever works on a case now may see its suspects. */
export const linkedCases: Consequence = {
  kinds: [caseRecord.kind],
  follow: ({ id, state, events }) => {
    const { worker, links } = state as CaseState;
    const tell = (suspect: string): FollowUp => ({
      kind: suspectRecord.kind,
      id: suspect,
      name: 'follow-worker',
      input: { case: id, worker },
    });
    return (events as unknown as readonly CaseEvent[]).flatMap((event) => {
      switch (event.type) {
        case 'case-linked':
          return [toCase(event.other, 'hear-link', { other: id, kind: event.kind })];
        case 'case-unlinked':
          return [toCase(event.other, 'hear-unlink', { other: id })];
        case 'case-assigned':
          return links.suspects.map(({ suspect }) => tell(suspect));
        // Given to somebody else at the same moment: the case was locked, so that what it says is so.
        case 'suspect-linked':
          return [tell(event.suspect)];
        default:
          return [];
      }
    });
  },
};
