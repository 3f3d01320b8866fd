import type { Params, TimelineEntry } from '../../../../platform/decider/index.ts';
import type { Block } from '../../../../platform/documents/document.ts';
import type { DocumentSpeech } from '../../../../platform/documents/speech.ts';
import type { CaseState, ConcernState, SafeNumber } from '../../../cases/domain/index.ts';
import type { PrintSection } from '../../domain/sections.ts';

/** What sections are made of. */
export interface Printed extends DocumentSpeech {
  readonly state: CaseState;
  readonly today: string;
  /** Who prints. */
  readonly by: string;
  /** The sections that are printed. */
  readonly asked: readonly PrintSection[];
  /** Of which the laws are. */
  readonly country: string;
  /** On which the child may be called. */
  readonly numbers: readonly SafeNumber[];
  /** What happened in the case, as its history shows it, the oldest first. */
  readonly history: readonly TimelineEntry[];
  readonly concerns: readonly ConcernState[];
  /** Words of papers, and with `cases:` before the key those of cases. */
  readonly say: (key: string, params?: Params) => string;
  /** A partner's name by id, or what kind of partners it is. */
  readonly partnerOf: (id: string) => string;
}

type Missing = string | null | undefined | false;
export type Fact = readonly [label: string, value: string];
/** How a column is filled: by a field (a day as it is said in the city), by the word of a field under those of a catalogue, or by what is made of the row. */
type Cell<Row> = (keyof Row & string) | readonly [field: keyof Row & string, words: string] | ((row: Row) => Missing);

export const range = ({ date, say }: Printed, from: string, to: string | null) =>
  to ? `${date(from)} – ${date(to)}` : say('cases:care.since', { date: date(from) });
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
export const lines = (...parts: readonly Missing[]) => parts.filter(Boolean).join('\n');
export const text = (...parts: readonly Missing[]): Block => ({ kind: 'text', text: lines(...parts) });

/** Rows under the heads of their columns, which are keys; a column in which no row has anything is left out, as is a table without rows. */
export function table<Row>(printed: Printed, rows: readonly Row[], columns: Readonly<Record<string, Cell<Row>>>): Block | undefined {
  const { say, date } = printed;
  const cellOf = (row: Row, cell: Cell<Row>) => {
    if (typeof cell === 'function') return cell(row) || '';
    if (typeof cell === 'string') return isDay(row[cell]) ? date(row[cell]) : String(row[cell] ?? '');
    const [field, words] = cell;
    return row[field] ? say(`${words}.${row[field]}`) : '';
  };
  const filled = Object.entries(columns)
    .map(([key, cell]) => ({ head: say(key), cells: rows.map((row) => cellOf(row, cell)) }))
    .filter(({ cells }) => cells.some(Boolean));
  if (filled.length === 0) return undefined;
  return { kind: 'table', head: filled.map(({ head }) => head), rows: rows.map((_, i) => filled.map(({ cells }) => cells[i]!)) };
}
