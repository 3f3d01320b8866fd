import type { Consequence, FollowUp } from '../../../../platform/ledger/view.ts';
import { type CaseEvent, caseRecord } from '../../domain/index.ts';

const toCase = (id: string, name: string, input: object): FollowUp => ({ kind: caseRecord.kind, id, name, input });

/** A link is the same from either side. */
export const linkedCases: Consequence = {
  kinds: [caseRecord.kind],
  follow: ({ id, events }) =>
    (events as unknown as readonly CaseEvent[]).flatMap((event) => {
      switch (event.type) {
        case 'case-linked':
          return [toCase(event.other, 'hear-link', { other: id, kind: event.kind })];
        case 'case-unlinked':
          return [toCase(event.other, 'hear-unlink', { other: id })];
        default:
          return [];
      }
    }),
};
