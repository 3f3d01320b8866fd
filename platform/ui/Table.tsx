import type { ReactNode } from 'react';
import { Link } from './links.tsx';
import { Name } from './Marks.tsx';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /** The cell that names the row: first, bold, the card's heading on a phone. */
  readonly main?: boolean;
  /** What is done with a row: it stands last, whichever columns are chosen. */
  readonly always?: boolean;
  /** The box that chooses the row: beside the card's heading on a phone. */
  readonly choice?: boolean;
  /** Numbers line up at the end. */
  readonly end?: boolean;
  /** Short, and never broken over lines. */
  readonly whole?: boolean;
}

type Marks = { [K in 'main' | 'choice' | 'end' | 'whole']?: boolean | undefined };
const classOf = ({ main, choice, end, whole }: Marks) =>
  main ? 'table__main' : choice ? 'table__choice' : end ? 'end' : whole ? 'whole' : '';

/** The column that names a row and leads to its page. */
export const nameColumn = <R extends { readonly id: string }>({
  title,
  to,
  name,
  below,
}: {
  readonly title: string;
  /** The page of a row, with its `$id`. */
  readonly to: string;
  readonly name: (row: R) => ReactNode;
  readonly below?: (row: R) => ReactNode;
}): Column<R> => ({
  key: 'name',
  title,
  main: true,
  cell: (row) => (
    <>
      <Link to={to} params={{ id: row.id }}>
        <Name>{name(row)}</Name>
      </Link>
      {below?.(row)}
    </>
  ),
});

/** A table that becomes cards on a phone. `caption` is read to those who do not see it. */
export function Table<R>({
  caption,
  columns,
  rows,
  keyOf,
  onCard = columns.length,
  empty,
}: {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** How many columns besides its heading a card on a phone keeps; all unless said. */
  readonly onCard?: number;
  /** What is said in place of a table without rows. */
  readonly empty?: ReactNode;
}) {
  if (empty && rows.length === 0) return empty;
  const beside = columns.filter(({ main, choice }) => !main && !choice);
  const later = new Set(beside.slice(onCard).map(({ key }) => key));
  return (
    <div className="table-wide">
      <table className="table table--cards">
        <caption className="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, end }) => (
              <th key={key} scope="col" className={end ? 'end' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, title, cell, main, choice, end, whole }) => (
                <td
                  key={key}
                  data-label={title}
                  className={`${classOf({ main, choice, end, whole })}${later.has(key) ? ' table__later' : ''}`.trim() || undefined}
                >
                  <div>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
