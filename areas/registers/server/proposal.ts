import type { CalendarName } from '../../../platform/calendar/definition.ts';
import {
  type CanonicalField,
  codeOf,
  type DateGuess,
  dateFields,
  guessDates,
  plainCell,
  plainDigits,
  type RegisterName,
  readDate,
} from '../domain/index.ts';
import { fieldInGroup, fieldNamed, isMetadata } from './file/headerWords.ts';
import { asideHeaders } from './file/table.ts';

export interface ProposedColumn {
  readonly column: number;
  readonly field: CanonicalField;
  /** 0 to 1: 1 where the header is a known word. */
  readonly confidence: number;
  readonly dateOrder?: DateGuess['dateOrder'];
  readonly calendar?: DateGuess['calendar'];
  readonly doubt?: DateGuess['doubt'];
}

/** The field a header names: as it stands, then without what stands in brackets, then its first or last part around a stroke. */
function fieldOf(header: string): { field: CanonicalField; confidence: number } | undefined {
  const inGroup = fieldNamed(header) ? undefined : fieldInGroup(header);
  if (inGroup) return inGroup.field ? { field: inGroup.field, confidence: 0.9 } : undefined;
  const bare = header.replace(/[([（][^)\]）]*[)\]）]/gu, ' ');
  const tries: [string, number][] = [
    [header, 1],
    [bare, 0.95],
    [bare.split('/')[0] ?? '', 0.8],
    [bare.split('/').at(-1) ?? '', 0.7],
  ];
  for (const [text, confidence] of tries) {
    const field = fieldNamed(text);
    if (field) return { field, confidence };
  }
  return undefined;
}

/** The day in the city, and the calendar in which its offices write. */
interface Setting {
  readonly today: string;
  readonly home: CalendarName;
}

const monthMs = 31 * 86_400_000;

/** What the cells of a column look like, where its header says nothing. */
function fieldOfCells(cells: readonly string[], setting: Setting): { field: CanonicalField; confidence: number } | undefined {
  if (cells.length < 3) return undefined;
  const share = (test: (cell: string) => boolean) => cells.filter(test).length / cells.length;
  const { dateOrder, calendar } = guessDates('', cells, setting);
  const dates = cells.flatMap((cell) => readDate(cell, dateOrder, calendar) ?? []).sort();
  const isOneMonth = dates.length > 0 && Date.parse(dates.at(-1)!) - Date.parse(dates[0]!) < monthMs;
  const distinct = new Set(cells).size / cells.length;
  const guesses: [CanonicalField, number][] = [
    ['sex', share((cell) => codeOf('sex', cell) !== undefined)],
    ['enrolment_status', share((cell) => codeOf('enrolment_status', cell) !== undefined) * 0.9],
    [
      'birth_date',
      // Dates of one month are those of a survey.
      isOneMonth
        ? 0
        : share(
            (cell) =>
              plainDigits(cell).replace(/\D/g, '').length >= 6 && /\D/.test(cell) && readDate(cell, dateOrder, calendar) !== undefined,
          ) * 0.85,
    ],
    ['phone', share((cell) => /^\+?[\d -]{9,15}$/.test(plainDigits(cell)) && readDate(cell, dateOrder, calendar) === undefined) * 0.8],
    [
      'full_name',
      cells.every((cell) => /^[\p{L}\p{M}.'’ -]{2,60}$/u.test(cell)) && distinct > 0.6 ? share((cell) => /\s/.test(cell)) * 0.75 : 0,
    ],
    [
      'ward',
      distinct < 0.5 || cells.length < 10
        ? share((cell) => /^\d{1,2}$/.test(plainDigits(cell)) && Number(plainDigits(cell)) <= 60) * 0.65
        : 0,
    ],
  ];
  const [field, confidence] = guesses.sort((a, b) => b[1] - a[1])[0]!;
  return confidence > 0.6 ? { field, confidence: Math.round(confidence * 80) / 100 } : undefined;
}

/** Rows that tell whether a column counts them. */
const fewestCounted = 3;

/**
 * Whether a column counts the rows of its list: 1, 2, 3 …, beginning anew with each class or page. That is a place, which the next child at the top of
 * the list has tomorrow, and no number of the row's own.
 */
function countsRows(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => Number(/^\d{1,6}$/.exec(plainDigits(cell).replace(/[.)]$/, ''))?.[0]));
  const follows = numbers.filter((number, i) => number === (i === 0 ? 1 : numbers[i - 1]! + 1) || number === 1).length;
  return numbers.length >= fewestCounted && numbers[0] === 1 && follows >= numbers.length * 0.9;
}

/** What each column may be: by its header's words first, then by what its cells look like; each field once. */
export function proposeMapping(headers: readonly string[], samples: readonly (readonly string[])[], setting: Setting): ProposedColumn[] {
  const taken = new Map<CanonicalField, { column: number; confidence: number }>();
  const cellsOf = (column: number) => samples.map((row) => plainCell(row[column] ?? '')).filter(Boolean);
  const ours = new Set<string>(asideHeaders);
  const open = headers.map((header, column) => ({ header, column })).filter(({ header }) => !ours.has(header) && !isMetadata(header));
  for (const { header, column } of open) {
    const found = fieldOf(header);
    if (found && (taken.get(found.field)?.confidence ?? 0) < found.confidence)
      taken.set(found.field, { column, confidence: found.confidence });
  }
  // "Name" beside a family name is the given name.
  const full = taken.get('full_name');
  if (full && taken.has('family_name') && !taken.has('given_name')) {
    taken.delete('full_name');
    taken.set('given_name', full);
  }
  const own = taken.get('source_id');
  if (own && countsRows(cellsOf(own.column))) taken.delete('source_id');
  const used = new Set([...taken.values()].map(({ column }) => column));
  for (const { header, column } of open) {
    if (used.has(column) || fieldOf(header)) continue;
    const found = fieldOfCells(cellsOf(column), setting);
    if (found && !taken.has(found.field)) taken.set(found.field, { column, confidence: found.confidence });
  }
  const ofChildren = ['school', 'clinic'].includes(guessRegister([...taken.keys()]));
  return [...taken]
    .map(([field, { column, confidence }]) => ({
      column,
      field,
      confidence,
      ...(dateFields.has(field)
        ? guessDates(headers[column] ?? '', cellsOf(column), { ...setting, ofChildren: ofChildren && field === 'birth_date' })
        : {}),
    }))
    .sort((a, b) => a.column - b.column);
}

const tellingFields: readonly [RegisterName, readonly CanonicalField[]][] = [
  ['clinic', ['vaccine_bcg', 'vaccine_penta1', 'vaccine_mr1', 'last_visit_date']],
  ['school', ['school_name', 'grade', 'enrolment_status', 'enrolment_date']],
  ['household', ['relationship_to_head', 'carer_absent', 'household_id']],
  ['social', ['programme', 'need_category']],
  ['birth', ['birth_registration_no', 'registration_date']],
];

/** The columns that count the rows of the list. */
export const countingColumns = (headers: readonly string[], samples: readonly (readonly string[])[]): number[] =>
  headers.flatMap((_, column) => (countsRows(samples.map((row) => plainCell(row[column] ?? '')).filter(Boolean)) ? [column] : []));

/** The columns that the program of a form wrote, about the form. */
export const metadataColumns = (headers: readonly string[]): number[] =>
  headers.flatMap((header, column) => (isMetadata(header) ? [column] : []));

/** The register a file is most likely of, by the fields only such a register has. */
export function guessRegister(fields: readonly CanonicalField[]): RegisterName {
  const scored = tellingFields.map(([register, telling]) => ({
    register,
    score: telling.filter((field) => fields.includes(field)).length / telling.length,
  }));
  return scored.sort((a, b) => b.score - a.score)[0]!.register;
}
