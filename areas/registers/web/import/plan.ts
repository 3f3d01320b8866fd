import type { Proposal } from '../../contract/index.ts';
import type { CanonicalField, Encoding, MendedWord, RegisterName } from '../../domain/index.ts';
import { isDateField, nameFields } from '../../domain/names.ts';

/** How sure the meaning of a column is. */
export type Sureness = 'known' | 'likely' | 'check' | 'yours' | 'out';

/** One column of the file, and what it is taken to mean. */
export interface PlannedColumn {
  readonly column: number;
  readonly header: string;
  readonly examples: readonly string[];
  readonly field: CanonicalField | '';
  readonly sure: Sureness;
  readonly dateOrder: Proposal['dateOrder'];
  readonly calendar: Proposal['calendar'];
  readonly doubt: Proposal['doubt'];
  /** Whether it counts the rows of the list. */
  readonly counts: boolean;
  /** Whether the program of a form wrote it, about the form. */
  readonly metadata: boolean;
}

/** What a person decides of a file before anything is written. */
export interface Plan {
  readonly register: RegisterName;
  readonly columns: readonly PlannedColumn[];
  readonly whole: boolean;
  /** Where a person chose it; what the file itself tells where not. */
  readonly encoding?: Encoding | undefined;
  /** What cells mean that could not be read. */
  readonly words: readonly MendedWord[];
}

/** What a person chose of how the file itself is read. */
export interface Chosen {
  readonly sheet?: string;
  readonly encoding?: Encoding;
}

/** The columns that a file of set-aside rows begins with: they are ours, not the register's. */
const ownColumns = 3;

const surenessOf = (confidence: number): Sureness => (confidence >= 0.95 ? 'known' : confidence >= 0.75 ? 'likely' : 'check');

/** The plan as the server proposes it. */
export function planOf(proposal: Proposal, { encoding }: Chosen = {}): Plan {
  const columns = proposal.headers.map((header, column): PlannedColumn => {
    const found = proposal.mapping.find((one) => one.column === column);
    return {
      column,
      header: header.trim(),
      examples: [...new Set(proposal.samples.map((row) => (row[column] ?? '').trim()).filter(Boolean))].slice(0, 3),
      field: found?.field ?? '',
      sure: found ? surenessOf(found.confidence) : 'out',
      dateOrder: found?.dateOrder ?? proposal.dateOrder,
      calendar: found?.calendar ?? proposal.calendar,
      doubt: found?.doubt ?? null,
      counts: proposal.counting.includes(column),
      metadata: proposal.metadata.includes(column),
    };
  });
  return {
    register: proposal.register,
    columns: proposal.mended ? columns.slice(ownColumns) : columns,
    whole: !proposal.mended && (proposal.profile?.whole ?? false),
    encoding,
    words: proposal.profile?.words ?? [],
  };
}

/** Fields that more than one column is taken to mean, with those columns. */
export function doubled({ columns }: Plan): { field: CanonicalField; columns: PlannedColumn[] }[] {
  const byField = Map.groupBy(
    columns.filter(({ field }) => field !== ''),
    ({ field }) => field as CanonicalField,
  );
  return [...byField].flatMap(([field, all]) => (all.length > 1 ? [{ field, columns: all }] : []));
}

export const hasName = ({ columns }: Plan): boolean => columns.some(({ field }) => nameFields.some((name) => name === field));

const dateReading = ({ field, dateOrder, calendar }: PlannedColumn) => (isDateField(field) ? { dateOrder, calendar } : {});

/** How a file is read, as the server takes it. */
export function readingOf(plan: Plan, proposal: Proposal) {
  return {
    register: plan.register,
    mapping: plan.columns.flatMap((one) => (one.field === '' ? [] : [{ column: one.column, field: one.field, ...dateReading(one) }])),
    dateOrder: proposal.dateOrder,
    calendar: proposal.calendar,
    whole: plan.whole,
    ...(proposal.sheet === null ? {} : { sheet: proposal.sheet }),
    ...(plan.encoding ? { encoding: plan.encoding } : {}),
    ...(plan.words.length > 0 ? { words: [...plan.words] } : {}),
  };
}

/** A word with what it was said to mean, in place of what was said before; left open where nothing is said. */
export function saying(
  words: readonly MendedWord[],
  { field, word }: Pick<MendedWord, 'field' | 'word'>,
  value: string | undefined,
): MendedWord[] {
  const others = words.filter((one) => one.field !== field || one.word !== word);
  return value === undefined ? others : [...others, { field, word, value }];
}

/** The same as something to be kept for the next such file. */
export function profileOf(name: string, plan: Plan, proposal: Proposal) {
  return {
    name,
    register: plan.register,
    columns: plan.columns.map((one) => ({ header: one.header.slice(0, 500), field: one.field || null, ...dateReading(one) })),
    dateOrder: proposal.dateOrder,
    calendar: proposal.calendar,
    whole: plan.whole,
    ...(plan.words.length > 0 ? { words: [...plan.words] } : {}),
  };
}
