import type { Catalogues } from '../../http/catalogues.ts';
import type { Cell, ColumnHead } from '../../spreadsheets/tableFile.ts';
import type { FileColumn } from '../list.ts';

/** What a cell is made of: a coded value is its code, or several. */
export type FileValue = Exclude<Cell, object> | { readonly day: string } | boolean | readonly string[];

interface Written {
  readonly head: Exclude<ColumnHead, string>;
  /** The value as its cell: a code with its words. */
  cell(value: FileValue): Cell;
}

/** The columns of a file, by name, with their words in a language: for people they stand in a workbook, for programs it is the names and codes. */
export function fileColumns<Name extends string>(
  catalogues: Catalogues,
  language: string,
  columns: Readonly<Partial<Record<Name, FileColumn>>>,
  nameOf: (name: Name) => string = String,
): readonly (Written & { readonly name: Name })[] {
  const say = (key: string) => catalogues.say(language, ...(key.split(':') as [catalogue: string, key: string]));
  return (Object.entries(columns) as [Name, FileColumn][]).map(([name, column]) => {
    const [title, values] = [column].flat() as [title: string, values?: string];
    const wordsOf = (code: string) => (values ? say(`${values}.${code}`) : code);
    return {
      name,
      head: { name: nameOf(name), title: say(title), ...(name === 'id' ? { letters: 38 } : {}) },
      cell(value) {
        if (typeof value === 'boolean') return { code: String(value), words: say(`lists:file.${value ? 'yes' : 'no'}`) };
        if (Array.isArray(value) || (values && typeof value === 'string')) {
          const codes = [value].flat() as string[];
          return codes.length === 0 ? null : { code: codes.join('; '), words: codes.map(wordsOf).join('; ') };
        }
        return value as Exclude<FileValue, boolean | readonly string[]>;
      },
    };
  });
}

/** How the sheets of a workbook are called. */
export const sheetNames = (catalogues: Catalogues, language: string) => ({
  sheet: catalogues.say(language, 'lists', 'file.sheet'),
  columns: catalogues.say(language, 'lists', 'file.columns'),
});
