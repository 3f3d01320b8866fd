import { type CanonicalField, wordKey } from '../../domain/index.ts';
import type { Classified } from './rowReader.ts';

/** A word that cannot be read, and in how many rows it stands. */
export interface UnreadWord {
  readonly field: CanonicalField;
  readonly word: string;
  readonly rows: number;
  /** Whether its rows are set aside, because the record cannot do without the field. */
  readonly aside: boolean;
}

/** Words that are told apart at most: a column with more is not what it was taken for. */
const most = 1000;

/** Gathers, over a whole file, which words cannot be read: so that each is mended once. */
export class UnreadWords {
  readonly #found = new Map<string, { field: CanonicalField; word: string; rows: number; aside: boolean }>();
  /** Cells whose words are not kept apart any more. */
  others = 0;

  note(rows: readonly Classified[]): void {
    for (const one of rows) {
      if ('aside' in one) {
        const { reason, cell } = one.aside;
        if ((reason === 'date' || reason === 'future') && cell) this.#add('birth_date', cell, true);
        continue;
      }
      for (const [field, word] of Object.entries(one.put.unread ?? {})) this.#add(field as CanonicalField, word, false);
    }
  }

  /** Those in most rows first; of as many, those of one field together. */
  words(): readonly UnreadWord[] {
    return [...this.#found.values()].sort((a, b) => b.rows - a.rows || a.field.localeCompare(b.field) || a.word.localeCompare(b.word));
  }

  #add(field: CanonicalField, word: string, aside: boolean): void {
    const key = wordKey(field, word);
    const known = this.#found.get(key);
    if (known) known.rows++;
    else if (this.#found.size < most) this.#found.set(key, { field, word, rows: 1, aside });
    else this.others++;
  }
}
