import { readFileSync } from 'node:fs';
import type { Column, ColumnKind } from '@olle/linkage';
import type { CsvTable } from './csvTable.ts';

const known = new Map(
  Object.entries(JSON.parse(readFileSync(new URL('./columns.json', import.meta.url), 'utf8')) as Record<ColumnKind, string[]>).flatMap(
    ([kind, headers]) => headers.map((header) => [header, kind as ColumnKind] as const),
  ),
);
const kinds: readonly string[] = ['name', 'date', 'code', 'identifier', 'text'];
const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/** An ISO date, whole or partial, from the ways registers write it; undefined if it is not a date. Day before month where that is not known. */
export function isoDate(text: string): string | undefined {
  const year = /^(\d{4})(?:[-/.]?(\d\d)(?:[-/.]?(\d\d))?)?(?:T.*)?$/.exec(text);
  if (year) return year.slice(1).filter(Boolean).join('-');
  const european = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  return european ? `${european[3]}-${european[2]!.padStart(2, '0')}-${european[1]!.padStart(2, '0')}` : undefined;
}

/** What a column holds: by its header, else by its content, else text. */
function kindOf(header: string, values: readonly string[]): ColumnKind {
  const byHeader = known.get(plain(header));
  if (byHeader) return byHeader;
  const filled = values.filter(Boolean).slice(0, 5000);
  const share = (test: (value: string) => boolean) => filled.filter(test).length / Math.max(1, filled.length);
  if (share((value) => value.length >= 8 && isoDate(value) !== undefined) > 0.9) return 'date';
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

/**
 * The columns that all tables share, ready to be linked, without the id. With `chosen` (`given:name,born:date`) those alone.
 * `unread` says how many dates could not be read and where the first is.
 */
export function linkColumns(
  tables: readonly CsvTable[],
  id: string,
  chosen?: string,
): { columns: Column[]; unread: { count: number; first: string } } {
  const headers = tables[0]!.headers.filter(
    (header) => header !== '' && header !== id && tables.every(({ columns }) => columns.has(header)),
  );
  const override = overrides(chosen, headers);
  const used = override.size > 0 ? [...override.keys()] : headers;
  if (used.length === 0)
    throw new Error(
      `${tables.map(({ file }) => file).join(' and ')} have no column in common besides "${id}". Give the same columns the same names.`,
    );
  const unread = { count: 0, first: '' };
  const columns = used.map((header): Column => {
    const raw = tables.flatMap((table) => table.columns.get(header)!);
    const kind = override.get(header) ?? kindOf(header, raw);
    if (kind !== 'date') return { name: header, kind, values: raw.map((value) => value || null) };
    return {
      name: header,
      kind,
      values: tables.flatMap((table) => {
        const values = table.columns.get(header)!.map((value, i) => {
          const date = isoDate(value);
          if (value && date === undefined && unread.count++ === 0) unread.first = `${table.file}, row ${i + 2}, column "${header}"`;
          return date ?? null;
        });
        return values;
      }),
    };
  });
  return { columns, unread };
}
