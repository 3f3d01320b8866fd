/** What a value in the sentence of an event is: a word of a catalogue, a day, a colleague, a number, or a text as it was written. */
export type ValueKind = 'word' | 'day' | 'user' | 'number' | 'text';

/**
 * How a history shows a field of an event. A value is in the event's sentence under the field's name; prose is a text of its own below it;
 * `on` is the day on which it happened, `told` are the colleagues who were mentioned.
 */
export type Shown = { readonly as: 'word'; readonly of: string } | { readonly as: Exclude<ValueKind, 'word'> | 'prose' | 'on' | 'told' };

export const shown = {
  /** Each value has a word `<of>.<value>` in the catalogue of the record's area, or of the area before a colon. */
  word: (of: string): Shown => ({ as: 'word', of }),
  day: { as: 'day' },
  user: { as: 'user' },
  number: { as: 'number' },
  text: { as: 'text' },
  prose: { as: 'prose' },
  on: { as: 'on' },
  told: { as: 'told' },
} as const satisfies Record<string, Shown | ((of: string) => Shown)>;
