import { type CalendarName, calendarNames } from '../../../../platform/calendar/definition.ts';
import { plainCell, plainDigits } from '../../../../platform/cells/text.ts';
import { type DateOrder, dateParts, readOneDate } from './dates.ts';

/** A date among several of one cell, and the calendar that the cell names for it. */
interface OneOfSeveral {
  readonly text: string;
  readonly calendar: CalendarName | undefined;
}

const eras: readonly (readonly [CalendarName, RegExp])[] = [
  ['gregorian', /\bA\.?\s?D\.?(?![\p{L}])|\bC\.?E\.?(?![\p{L}])|[ईइ]\.?\s?स[ंन]\.?|इस्वी(?:\s?सं\.?)?|西元|公元/iu],
  ['bikram-sambat', /\bB\.?\s?S\.?(?![\p{L}])|[वब]ि\.?\s?सं\.?|विक्रम(?:\s?संवत्?)?/iu],
];
const eraOf = (text: string) => eras.find(([, words]) => words.test(text))?.[0];
const withoutEras = (text: string) => eras.reduce((left, [, words]) => left.replace(new RegExp(words, 'giu'), ' '), text);

const figures = /(?<!\d)\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?!\d)/g;
/** What may stand between two dates besides the name of a calendar. */
const onlyMarks = /^[\s()[\]{}/|,،;:=&+.-]*(?:or|and|या|र|वा|اور|یا|또는)?[\s()[\]{}/|,،;:=&+.-]*$/iu;
const apart = /[()[\]{};|=]|\s\/\s|,\s+(?=\d)/u;

/** The dates of a cell in which there are several: one day in two calendars, as the forms of many offices ask for it, or two days. Else none. */
export function severalDates(cell: string): readonly OneOfSeveral[] {
  const plain = plainDigits(plainCell(cell));
  const found = [...plain.matchAll(figures)];
  if (found.length > 1) {
    const ends = found.map((one) => one.index + one[0].length);
    const between = [...found.map((one, i) => plain.slice(i === 0 ? 0 : ends[i - 1], one.index)), plain.slice(ends.at(-1))];
    if (!between.every((part) => onlyMarks.test(withoutEras(part)))) return [];
    // "B.S. 2071-05-12 A.D. 2014-08-28", or "2071-05-12 B.S. / 2014-08-28 A.D.": before each date, or behind it.
    const before = eraOf(between[0]!) !== undefined;
    return found.map(([text], i) => ({ text, calendar: eraOf(between[before ? i : i + 1]!) }));
  }
  const parts = plain.split(apart).filter((part) => /\d/.test(part));
  const dates = parts.map((part) => ({ text: withoutEras(part).trim(), calendar: eraOf(part) }));
  return dates.length > 1 && dates.every(({ text }) => dateParts(text).parts.length === 3) ? dates : [];
}

/** The days that a text may mean: in the calendar that is named, else in any. */
const daysOf = ({ text, calendar }: OneOfSeveral, order: DateOrder): ReadonlySet<string> =>
  new Set((calendar ? [calendar] : calendarNames).flatMap((one) => readOneDate(text, order, one) ?? []).filter((day) => day.length === 10));

/**
 * The day that all dates of a cell mean: the same date again, or one day in two calendars. Undefined where they are different days. The same
 * text without the name of a calendar is read by that of the column.
 */
function oneDayOf(dates: readonly OneOfSeveral[], order: DateOrder, given: CalendarName): string | undefined {
  const [first, ...others] = dates;
  if (!first) return undefined;
  if (others.every(({ text, calendar }) => text === first.text && calendar === first.calendar))
    return readOneDate(first.text, order, first.calendar ?? given);
  const common = [...daysOf(first, order)].filter((day) => others.every((other) => daysOf(other, order).has(day)));
  return common.length === 1 ? common[0] : undefined;
}

/**
 * An ISO date, whole or partial, from how a register writes it; undefined where there is no such date. Where a cell has one day in two
 * calendars, it is that day.
 */
export const readDate = (cell: string, order: DateOrder, given: CalendarName): string | undefined =>
  readOneDate(cell, order, given) ?? oneDayOf(severalDates(cell), order, given);
