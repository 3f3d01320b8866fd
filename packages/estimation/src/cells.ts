/** How many of a group have what is counted. */
export interface Cell {
  readonly n: number;
  readonly of: number;
}

/** The fewest of a group, and the fewest who have it or do not, of which a number may be shown. */
export const fewest = { group: 20, part: 5 };

const isShown = ({ n, of }: Cell): boolean => of === 0 || (of >= fewest.group && (n === 0 || (n >= fewest.part && of - n >= fewest.part)));

const sumOf = (cells: readonly Cell[]): Cell => cells.reduce((sum, { n, of }) => ({ n: sum.n + n, of: sum.of + of }), { n: 0, of: 0 });

/**
 * The cells of a table whose total is known: null in place of each that could single somebody out. What is hidden together is what the total tells:
 * where that is one cell alone, or still too few, the smallest of the others is hidden too.
 */
export function shownCells<C extends Cell>(cells: readonly C[]): readonly (C | null)[] {
  const hidden = new Set(cells.filter((cell) => !isShown(cell)));
  const bySize = cells.filter((cell) => cell.of > 0 && !hidden.has(cell)).sort((a, b) => a.n - b.n || a.of - b.of);
  for (const next of bySize) {
    const told = sumOf([...hidden]);
    if (hidden.size === 0 || (hidden.size > 1 && told.n >= fewest.part && isShown(told))) break;
    hidden.add(next);
  }
  return cells.map((cell) => (hidden.has(cell) ? null : cell));
}
