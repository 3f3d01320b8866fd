import type { FieldReason } from '../../contract/index.ts';

/** How each column is compared, which says what its levels mean. */
const kinds: Readonly<Record<string, string>> = {
  name: 'name',
  mother: 'name',
  father: 'name',
  birth: 'date',
  age: 'span',
  national_id: 'identifier',
  birth_no: 'identifier',
  phone: 'identifier',
  sex: 'code',
  household: 'code',
  ward: 'code',
  postcode: 'code',
  address: 'text',
  suburb: 'text',
};

/** The catalogue's keys for a column and for how well two values of it agree; none for a column this version does not know. */
export function wordsOf({ column, level }: Pick<FieldReason, 'column' | 'level'>): { column: string; level: string } | undefined {
  const kind = kinds[column];
  return kind ? { column: `column.${column}`, level: `level.${kind}.${level}` } : undefined;
}

/** A number with its sign, which a sentence from right to left would put behind it. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;
