import { type Born, daysBetween } from '../decider/index.ts';
import { writtenIn, writtenOf } from './calendar.ts';
import type { Calendar } from './definition.ts';

/** A date as the fields of a form have it. */
export interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export const noParts: Parts = { year: '', month: '', day: '' };

/** How days are written in the fields; undefined where the calendar cannot write them. */
export function partsOf(calendar: Calendar, days: Born): Parts | undefined {
  const written = writtenOf(calendar, days);
  const text = (n: number | undefined) => (n === undefined ? '' : String(n));
  return written && { year: text(written.year), month: text(written.month), day: text(written.day) };
}

/** What typed parts mean: the days; or how much is wrong with them. */
export type Meant =
  | { readonly days: Born }
  /** Nothing was typed; or too little yet. */
  | { readonly wrong: 'empty' | 'unfinished' | 'no-such-day' }
  /** A year beyond those that the calendar knows. */
  | { readonly wrong: 'years'; readonly first: number; readonly last: number }
  | { readonly wrong: 'month-length'; readonly month: number; readonly length: number };

const numberOf = (text: string) => (text.trim() === '' ? undefined : /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

/** What was typed into the fields of a date. `whole`: a day is asked for, and a month or a year is not enough. */
export function meantBy(calendar: Calendar, parts: Parts, whole = false): Meant {
  const [year, month, day] = [parts.year, parts.month, parts.day].map(numberOf);
  if (year === undefined && month === undefined && day === undefined) return { wrong: 'empty' };
  if ([year, month, day].some(Number.isNaN)) return { wrong: 'no-such-day' };
  const [first, last] = calendar.years;
  // Fewer figures than a year has are the beginning of one.
  if (year === undefined || String(year).length < String(first).length) return { wrong: 'unfinished' };
  if (year < first || year > last) return { wrong: 'years', first, last };
  if (whole && (month === undefined || day === undefined)) return { wrong: 'unfinished' };
  if (month === undefined && day !== undefined) return { wrong: 'unfinished' };
  const days = writtenIn(calendar, { year, month, day });
  if (days) return { days };
  const long = month === undefined ? undefined : writtenIn(calendar, { year, month });
  return long ? { wrong: 'month-length', month: month!, length: daysBetween(long.first, long.last) + 1 } : { wrong: 'no-such-day' };
}
