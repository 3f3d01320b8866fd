import { readFileSync } from 'node:fs';
import type { Column, ColumnKind } from '@olle/linkage';
import { type DateGuess, guessDates, identifierIn, isNothing, isUnnamed, readDate } from '../../domain/index.ts';
import type { CsvTable } from './csvTable.ts';

const known = new Map(
  Object.entries(JSON.parse(readFileSync(new URL('./columns.json', import.meta.url), 'utf8')) as Record<ColumnKind, string[]>).flatMap(
    ([kind, headers]) => headers.map((header) => [header, kind as ColumnKind] as const),
  ),
);
const kinds: readonly string[] = ['name', 'date', 'code', 'identifier', 'text'];
const orders = ['day-first', 'month-first'] as const;
const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/** What a column holds: by its header, else by its content, else text. */
function kindOf(header: string, values: readonly string[]): ColumnKind {
  const byHeader = known.get(plain(header));
  if (byHeader) return byHeader;
  const filled = values.filter(Boolean).slice(0, 5000);
  const share = (test: (value: string) => boolean) => filled.filter(test).length / Math.max(1, filled.length);
  if (share((value) => value.length >= 8 && orders.some((order) => readDate(value, order, 'gregorian') !== undefined)) > 0.9) return 'date';
  if (share((value) => /^[\d+ ()-]{6,}$/.test(value)) > 0.9) return 'identifier';
  return new Set(filled).size <= Math.min(50, filled.length / 5) ? 'code' : 'text';
}

/** `given:name,born:date` as a table. Throws where a column or kind is unknown. */
function overrides(text: string | undefined, headers: readonly string[]): Map<string, ColumnKind> {
  return new Map(
    (text ?? '')
      .split(',')
      .filter(Boolean)
      .map((part) => {
        const at = part.lastIndexOf(':');
        const [header, kind] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
        if (!headers.includes(header))
          throw new Error(
            `--columns names "${at < 0 ? part : header}", which is not a column of every file. Columns: ${headers.join(', ')}.`,
          );
        if (!kinds.includes(kind)) throw new Error(`--columns gives "${header}" the kind "${kind}". Kinds: ${kinds.join(', ')}.`);
        return [header, kind as ColumnKind];
      }),
  );
}

/** What a cell means for comparing: null where it says that there is nothing, or that a child has no name yet. */
function valueIn(kind: ColumnKind, cell: string): string | null {
  if (kind === 'identifier') {
    const number = identifierIn(cell, true);
    return typeof number === 'object' ? number.text : null;
  }
  return isNothing(cell, kind === 'name') || (kind === 'name' && isUnnamed(cell)) ? null : cell;
}

/** Dates of which a person should know: how many could not be read and where the first is, and columns whose order or calendar is not sure. */
export interface DateNotes {
  unread: number;
  first: string;
  readonly doubts: { readonly where: string; readonly doubt: NonNullable<DateGuess['doubt']> }[];
}

/** The dates of a column of one table, in the order and calendar that its cells prove. */
function datesIn(table: CsvTable, header: string, notes: DateNotes): (string | null)[] {
  const cells = table.columns.get(header)!;
  const today = new Date().toISOString().slice(0, 10);
  const filled = cells.filter((cell) => !isNothing(cell)).slice(0, 5000);
  const { dateOrder, calendar, doubt } = guessDates(header, filled, { today, home: 'gregorian' });
  if (doubt) notes.doubts.push({ where: `${table.file}, column "${header}"`, doubt });
  return cells.map((cell, i) => {
    const date = isNothing(cell) ? undefined : readDate(cell, dateOrder, calendar);
    if (!isNothing(cell) && date === undefined && notes.unread++ === 0) notes.first = `${table.file}, row ${i + 2}, column "${header}"`;
    return date ?? null;
  });
}

/** The columns that all tables share, ready to be linked, without the id. With `chosen` (`given:name,born:date`) those alone. */
export function linkColumns(tables: readonly CsvTable[], id: string, chosen?: string): { columns: Column[]; notes: DateNotes } {
  const headers = tables[0]!.headers.filter(
    (header) => header !== '' && header !== id && tables.every(({ columns }) => columns.has(header)),
  );
  const override = overrides(chosen, headers);
  const used = override.size > 0 ? [...override.keys()] : headers;
  if (used.length === 0)
    throw new Error(
      `${tables.map(({ file }) => file).join(' and ')} have no column in common besides "${id}". Give the same columns the same names.`,
    );
  const notes: DateNotes = { unread: 0, first: '', doubts: [] };
  const columns = used.map((header): Column => {
    const raw = tables.flatMap((table) => table.columns.get(header)!);
    const kind = override.get(header) ?? kindOf(header, raw);
    const values = kind === 'date' ? tables.flatMap((table) => datesIn(table, header, notes)) : raw.map((cell) => valueIn(kind, cell));
    return { name: header, kind, values };
  });
  return { columns, notes };
}
