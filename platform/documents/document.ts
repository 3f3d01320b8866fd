/** One part of a printed document, in reading order. All texts are data: whatever they hold, it is printed and never carried out. */
export type Block =
  /** A heading, a notice and small print are words of the document's language, though a name of another direction may stand first in them; a text is as somebody wrote it. */
  | { readonly kind: 'heading' | 'text' | 'notice' | 'small'; readonly text: string }
  /** Something that happened: when and by whom, in a sentence of the document's language, and what somebody wrote of it. */
  | { readonly kind: 'entry'; readonly when: string; readonly sentence: string; readonly text: string }
  /** What is known, as label and value. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** Every row has as many cells as the head. */
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Lines to sign on, each over its label. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] };

/** A document to be printed, in one language; names in it may be of any script. */
export interface PrintedDocument {
  /** BCP 47, as in `ne`, `ur`, `zh-TW`. It decides the direction and which face a letter shared by several languages has. */
  readonly language: string;
  readonly title: string;
  /** The sender: the city, then the lines below it. */
  readonly letterhead: { readonly name: string; readonly lines: readonly string[] };
  /** At the end of the letterhead: date, reference. */
  readonly reference: readonly string[];
  /** Pale across every page, and in its foot: who printed it and when. */
  readonly mark: string;
  /** `Page {{page}} of {{pages}}` in the document's language. */
  readonly pageOf: string;
  /** What is said at the end where letters that no face has stand in Latin letters, in square brackets. */
  readonly inLatin: string;
  readonly blocks: readonly Block[];
}

/** Letters at once; a document beyond it is no document for a person. */
const mostLetters = 3_000_000;

/** What would hide, turn round or break the rest of a line: control characters, and marks of direction that are never closed. */
const unprintable = /(?![\n\t])[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * Dates and telephone numbers read from left to right in every script; without a mark, Urdu would turn their parts round. Not figures within a
 * word, as in a reference (A7869370): a mark after a letter makes readers of PDF lose that letter all over the document.
 */
const figures = /(?<![\p{L}\p{M}\p{N}])(?:\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2})?|\+?\d[\d -]{5,}\d)/gu;
const printableText = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replace(unprintable, '').replace(figures, '\u2066$&\u2069');

/** The document with every text made printable, as the template reads it. Throws a `RangeError` where it is too long. */
export function printable(document: PrintedDocument): string {
  const text = JSON.stringify(document, (_, value: unknown) => (typeof value === 'string' ? printableText(value) : value));
  if (text.length > mostLetters) throw new RangeError(`A document may have ${mostLetters} letters; this one has ${text.length}.`);
  return text;
}
