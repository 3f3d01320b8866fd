import type { Consequence } from '../../../../platform/ledger/view.ts';
import { unheard } from '../../../justice/domain/index.ts';
import { childOf } from '../../domain/childOf.ts';
import { type CaseState, caseRecord } from '../../domain/index.ts';

/** What may speak of trafficking where nothing did before. */
const turns = new Set(['questionnaire-answered', 'answers-amended', 'identification-recorded', 'review-asked', 'review-settled']);

/** A child who was accused, and is presumed or identified as a victim only afterwards: people are told, as they are where it is the other way round. */
export const accusedVictim: Consequence = {
  kinds: [caseRecord.kind],
  follow: ({ id, state, events }) =>
    (state as CaseState).status === 'open' && events.some(({ type }) => turns.has(type)) && unheard(childOf(state as CaseState)).length > 0
      ? [{ kind: caseRecord.kind, id, name: 'hear-victim', input: {} }]
      : [],
};
