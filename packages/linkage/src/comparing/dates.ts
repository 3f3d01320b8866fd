/** Edit distance of at most one: insertion, deletion, substitution or exchange of neighbours. */
export function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length)
    return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}

/** A whole date as eight figures of four bits each; -1 for a date without month or day. */
export function dateBits(date: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return -1;
  return Number.parseInt(date.replaceAll('-', ''), 16);
}

/** Two neighbouring figures that `exchanged` may swap: within the year, the month or the day. */
const neighbours = [0, 8, 16, 20, 24] as const;

/** Levels of two whole dates, as `dateBits` gives them: the same; day and month exchanged or one figure off; the same year; else. */
export function compareDays(a: number, b: number): number {
  const differs = a ^ b;
  if (differs === 0) return 0;
  // One figure alone differs: above the lowest four bits that differ, nothing does.
  const low = (31 - Math.clz32(differs & -differs)) & ~3;
  if ((differs & ~(0xf << low)) === 0) return 1;
  for (const at of neighbours)
    if (
      (differs & ~(0xff << at)) === 0 &&
      ((a >>> at) & 0xf) === ((b >>> (at + 4)) & 0xf) &&
      ((b >>> at) & 0xf) === ((a >>> (at + 4)) & 0xf)
    )
      return 1;
  if (differs >>> 16 !== 0) return 3;
  return ((a >>> 8) & 0xff) === (b & 0xff) && ((b >>> 8) & 0xff) === (a & 0xff) ? 1 : 2;
}

/** Levels of two dates of which one is no whole date: the same; the same month; the same year; else. A year alone proves less than the date. */
export function compareDates(a: string, b: string): number {
  const common = Math.min(a.length, b.length);
  if (common >= 10 && a === b) return 0;
  return a.slice(0, common) === b.slice(0, common) ? (common >= 7 ? 1 : 2) : 3;
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
