/** Edit distance of at most one: insertion, deletion, substitution or exchange of neighbours. */
export function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length)
    return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}

/** Levels: the same day; day and month exchanged or one digit off, or the same month of a date without day; the same year; else. */
export function compareDates(a: string, b: string): number {
  // A year alone agrees with any date of that year, but proves less than the date.
  const common = Math.min(a.length, b.length);
  if (common < 10) return a.slice(0, common) === b.slice(0, common) ? (common >= 7 ? 1 : 2) : 3;
  if (a === b) return 0;
  if ((a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8, 10) && a.slice(8, 10) === b.slice(5, 7)) || oneOff(a, b)) return 1;
  return a.slice(0, 4) === b.slice(0, 4) ? 2 : 3;
}

const dayNumber = (date: string): number => Number(date.replaceAll('-', ''));

/** A span of days, `from/to` or a single day, as two numbers that order as days do. */
export function spanOf(text: string): readonly [from: number, to: number] {
  const at = text.indexOf('/');
  return at < 0 ? [dayNumber(text), dayNumber(text)] : [dayNumber(text.slice(0, at)), dayNumber(text.slice(at + 1))];
}

const year = 10_000;

/** Levels of two spans: they overlap; they are at most a year apart; else. -1 for two single days, which are dates. */
export function compareSpans([fromA, toA]: readonly [number, number], [fromB, toB]: readonly [number, number]): number {
  if (fromA === toA && fromB === toB) return -1;
  if (fromA <= toB && fromB <= toA) return 0;
  return fromA - year <= toB && fromB - year <= toA ? 1 : 2;
}
