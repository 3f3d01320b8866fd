/** Words of a name that are matched: the ways to match them double with each. */
export const mostWords = 10;

/**
 * Which of `width` columns each row takes, no column twice, so that the values taken sum to the most: at most ten columns, and no more rows
 * than columns. Cost: rows × columns × 2^columns.
 */
export function bestMatch(values: readonly ArrayLike<number>[], width: number): number[] {
  // By which columns are taken, a bit each: the best sum of the rows so far, and for each row the column it took last.
  const sets = 1 << width;
  let best = new Float64Array(sets).fill(-1);
  best[0] = 0;
  const took = values.map(() => new Int8Array(sets));
  values.forEach((row, r) => {
    const next = new Float64Array(sets).fill(-1);
    for (let taken = 0; taken < sets; taken++) {
      if (best[taken]! < 0) continue;
      for (let column = 0; column < width; column++) {
        const now = taken | (1 << column);
        if (now === taken || next[now]! >= best[taken]! + row[column]!) continue;
        next[now] = best[taken]! + row[column]!;
        took[r]![now] = column;
      }
    }
    best = next;
  });
  let taken = 0;
  for (let set = 1; set < sets; set++) if (best[set]! > best[taken]! || best[taken]! < 0) taken = set;
  const columns: number[] = [];
  for (let r = values.length - 1; r >= 0; r--) {
    columns[r] = took[r]![taken]!;
    taken &= ~(1 << columns[r]!);
  }
  return columns;
}
