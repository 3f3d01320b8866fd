import { bikramSambat } from '../../../../platform/calendar/bikramSambat.ts';
import type { CalendarName } from '../../../../platform/calendar/definition.ts';
import { plainCell, plainDigits } from '../../../../platform/cells/text.ts';
import { isPartialDate } from '../../../../platform/decider/index.ts';
import months from './months.json' with { type: 'json' };

export type DateOrder = 'day-first' | 'month-first';

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** The ISO date of a spreadsheet's day number of the 1900 or 1904 system; Excel's 29 February 1900 never was. */
export function dateOfSerial(serial: number, from1904: boolean): string {
  // Days from 1970-01-01: 25,569 after 1899-12-30, from which the 1900 system counts since March 1900; 24,107 after 1904-01-01.
  const days = from1904 ? serial - 24_107 : serial < 60 ? serial - 25_568 : serial - 25_569;
  const date = new Date(Math.floor(days) * 86_400_000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

const monthNames = new Map(
  Object.entries(months).flatMap(([calendar, names]) =>
    names.flatMap((words, i) => words.map((word) => [plainCell(word).toLowerCase(), { month: i + 1, calendar }] as const)),
  ),
);
// Longer names first: of "нэгдүгээр сар" no part is a name.
const monthWord = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[...monthNames.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
);
/** The hour of a day and its zone, as databases and spreadsheets write them behind a date. */
const time = /(?:t| +)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|gmt)?\s*(?:[+-]\d{2}:?\d{2})?$/i;
const era = { roc: /^(?:中華民國|中华民国|民國|民国)/u, buddhist: /^(?:พ\.?ศ\.?)/u };
const marks = /[-/.,،\s년월일年月日號号]+/u;

interface Written {
  /** Year, month and day in the order in which they stand. */
  readonly parts: readonly string[];
  /** Where among them a month stands by its name. */
  readonly named: number | undefined;
  /** The calendar that the cell itself names. */
  readonly calendar: CalendarName | undefined;
}

/** A date as it is written, taken apart: without the time of day; figures as those of ASCII, a month's name as its number. */
export function dateParts(cell: string): Written {
  // Most dates by far are figures and marks.
  if (/^[\d/.-]+$/.test(cell)) return { parts: cell.split(marks).filter(Boolean), named: undefined, calendar: undefined };
  let text = plainDigits(plainCell(cell))
    .replace(time, '')
    .replace(/(?<=\d)z$/i, '');
  let calendar: CalendarName | undefined;
  for (const name of ['roc', 'buddhist'] as const)
    if (era[name].test(text)) {
      calendar = name;
      text = text.replace(era[name], ' ').replace('元年', '1年');
    }
  const word = monthWord.exec(text);
  if (!word) return { parts: text.split(marks).filter(Boolean), named: undefined, calendar };
  const { month, calendar: ofName } = monthNames.get(word[0].toLowerCase())!;
  const before = text.slice(0, word.index).split(marks).filter(Boolean);
  // "9th of May": the endings of a day say nothing.
  const plain = (part: string) => part.replace(/^(\d{1,2})(?:st|nd|rd|th)$/i, '$1');
  const after = text
    .slice(word.index + word[0].length)
    .split(marks)
    .filter(Boolean);
  return {
    parts: [...before, String(month), ...after].filter((part) => !/^(of|de|ng)$/i.test(part)).map(plain),
    named: before.filter((part) => !/^(of|de|ng)$/i.test(part)).length,
    calendar: ofName === 'bikram-sambat' ? 'bikram-sambat' : calendar,
  };
}

/** The year of the Gregorian calendar; for Bikram Sambat the year itself, of which 071 is 2071. */
function fullYear(year: number, digits: number, calendar: CalendarName): number {
  if (calendar === 'roc') return year < 1000 ? year + 1911 : year;
  if (calendar === 'buddhist') return year - 543;
  return calendar === 'bikram-sambat' && (digits === 2 || (digits === 3 && year < 100)) ? year + 2000 : year;
}

function partial(year: string, month: string | undefined, calendar: CalendarName): string | undefined {
  // A Bikram Sambat month lies in two of ours: what is left of a date without its day is not a month.
  if (calendar === 'bikram-sambat') return undefined;
  const y = fullYear(Number(year), year.length, calendar);
  const date = month === undefined ? pad(y, 4) : `${pad(y, 4)}-${pad(Number(month))}`;
  return isPartialDate(date) ? date : undefined;
}

function whole(year: string, month: string, day: string, calendar: CalendarName): string | undefined {
  const y = fullYear(Number(year), year.length, calendar);
  if (calendar === 'bikram-sambat') return bikramSambat.iso({ year: y, month: Number(month), day: Number(day) });
  const date = `${pad(y, 4)}-${pad(Number(month))}-${pad(Number(day))}`;
  return isPartialDate(date) ? date : undefined;
}

/** Whether a part may be a year in this calendar: four figures, or fewer where its offices write it short. */
const isYear = (part: string, calendar: CalendarName) =>
  part.length === 4 || calendar === 'roc' || (calendar === 'bikram-sambat' && (part.length === 3 || Number(part) > 32));

/** One run of figures: a date without marks, a year, or the day number of a spreadsheet's cell that lost its format (1954 to 2064). */
function unmarked(text: string, calendar: CalendarName): string | undefined {
  const { length } = text;
  if (length === 8) return whole(text.slice(0, 4), text.slice(4, 6), text.slice(6), calendar);
  if (calendar === 'roc' && (length === 6 || length === 7)) return whole(text.slice(0, -4), text.slice(-4, -2), text.slice(-2), calendar);
  if (length === 5 && Number(text) >= 20_000 && Number(text) <= 60_000) return dateOfSerial(Number(text), false);
  return length === 4 || calendar === 'roc' ? partial(text, undefined, calendar) : undefined;
}

/** An ISO date, whole or partial, that a text is as a whole; undefined where it is none. */
export function readOneDate(cell: string, order: DateOrder, given: CalendarName): string | undefined {
  const { parts, named, calendar = given } = dateParts(cell);
  if (parts.length === 0 || parts.length > 3 || parts.some((part) => !/^\d+$/.test(part))) return undefined;
  const [a = '', b = '', c = ''] = parts;
  if (parts.length === 1) return unmarked(a, calendar);
  if (parts.length === 2) {
    if (named === undefined && isYear(a, calendar)) return partial(a, b, calendar);
    if (named === 1) return isYear(a, calendar) ? partial(a, b, calendar) : undefined;
    return b.length === 4 ? partial(b, a, calendar) : undefined;
  }
  if (named === 0) return isYear(c, calendar) ? whole(c, a, b, calendar) : undefined;
  if (named === 1 && c.length === 4) return whole(c, b, a, calendar);
  if (named === 1) return isYear(a, calendar) ? whole(a, b, c, calendar) : isYear(c, calendar) ? whole(c, b, a, calendar) : undefined;
  if (isYear(a, calendar)) return whole(a, b, c, calendar);
  if (!isYear(c, calendar)) return undefined;
  return order === 'day-first' ? whole(c, b, a, calendar) : whole(c, a, b, calendar);
}
