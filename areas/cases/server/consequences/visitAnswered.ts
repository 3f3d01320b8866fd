import type { Consequence } from '../../../../platform/ledger/view.ts';
import { type CaseEvent, type CaseState, caseRecord } from '../../domain/index.ts';

/** A questionnaire of a visit that is answered under the id of a planned visit writes that visit down. */
export const visitAnswered: Consequence = {
  kinds: [caseRecord.kind],
  follow: ({ id, state, events }) =>
    (events as unknown as readonly CaseEvent[]).flatMap((event) => {
      if (event.type !== 'questionnaire-answered' || event.purpose !== 'visit') return [];
      const { answering, on, met } = event;
      if (!(state as CaseState).followUp.visits.some((visit) => visit.id === answering)) return [];
      const { seen = true, ...alone } = met ?? {};
      const outcome = seen ? 'seen' : 'not-found';
      return [
        {
          kind: caseRecord.kind,
          id,
          name: 'make-visit',
          input: { visit: answering, on, outcome, ...alone, scores: {}, answers: answering },
        },
      ];
    }),
};
