import type { Consequence } from '../../../../platform/ledger/view.ts';
import { type CaseEvent, type CaseState, caseRecord } from '../../domain/index.ts';

/** What a visit's answers say of it. A city's own questionnaire that does not ask is answered where the child was seen. */
function outcomeOf({ seen = true, ...alone }: { readonly seen?: boolean; readonly alone?: boolean } = {}) {
  return { outcome: seen ? 'seen' : 'not-found', ...alone };
}

/** A questionnaire of a visit that is answered under the id of a planned visit writes that visit down; amended, it corrects it. */
export const visitAnswered: Consequence = {
  kinds: [caseRecord.kind],
  follow: ({ id, state, events }) =>
    (events as unknown as readonly CaseEvent[]).flatMap((event) => {
      if (event.type !== 'questionnaire-answered' && event.type !== 'answers-amended') return [];
      const { answering: visit, met } = event;
      const known = (state as CaseState).followUp.visits.find((one) => one.id === visit);
      const command = (name: string, input: object) => [{ kind: caseRecord.kind, id, name, input: { visit, ...outcomeOf(met), ...input } }];
      if (!known) return [];
      if (event.type === 'answers-amended') return met && known.answers === visit ? command('correct-visit', {}) : [];
      return event.purpose === 'visit' ? command('make-visit', { on: event.on, scores: {}, answers: visit }) : [];
    }),
};
