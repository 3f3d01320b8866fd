import { sentenceOf, type TimelineEntry } from '../decider/index.ts';
import type { Block } from './document.ts';
import type { DocumentSpeech } from './speech.ts';

/** A history on paper, from the first event to the last: when each was recorded, by whom and, where that was another day, when it happened. */
export function historyBlocks(history: readonly TimelineEntry[], speech: DocumentSpeech): Extract<Block, { readonly kind: 'entry' }>[] {
  const { moment, dayOf, nameOf, date } = speech;
  return history.map((entry) => ({
    kind: 'entry',
    when: [moment(entry.at), nameOf(entry.by), entry.on && entry.on !== dayOf(entry.at) && date(entry.on)].filter(Boolean).join(' · '),
    sentence: sentenceOf(entry, speech),
    text: entry.prose.join('\n'),
  }));
}
