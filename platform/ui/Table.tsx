import type { ReactNode } from 'react';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  /** The cell that names the row: first, bold, the card's heading on a phone. */
  readonly main?: boolean;
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

/** A table that becomes cards on a phone. `caption` is read to those who do not see it. */
export function Table<R>({
  caption,
  columns,
  rows,
  keyOf,
  onCard = columns.length,
}: {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** How many columns besides its heading a card on a phone keeps; all unless said. */
  readonly onCard?: number;
}) {
  const beside = columns.filter(({ main, choice }) => !main && !choice);
  const later = new Set(beside.slice(onCard).map(({ key }) => key));
  return (
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
  );
}
