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

/** The worst level of each kind: nothing agrees. */
const last: ReadonlySet<string> = new Set(
  ['name.4', 'date.3', 'span.2', 'code.1', 'identifier.2', 'text.2'].map((level) => `level.${level}`),
);
export const isLast = (level: string): boolean => last.has(level);
