import { addMonths, type Born, isPartialDate } from '../decider/index.ts';
import { bikramSambat } from './bikramSambat.ts';
import { dateFormats } from './dateFormats.ts';
import type { Calendar, CalendarName } from './definition.ts';

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** A calendar with the months and days of the Gregorian, whose years count from elsewhere. */
function countingFrom(name: CalendarName, offset: number): Calendar {
  return {
    name,
    years: [1800 - offset, 2200 - offset],
    of: (iso) => ({ year: Number(iso.slice(0, 4)) - offset, month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) }),
    iso({ year, month, day }) {
      const iso = `${pad(year + offset, 4)}-${pad(month)}-${pad(day)}`;
      return isPartialDate(iso) ? iso : undefined;
    },
    months(language) {
      const { monthName } = dateFormats(language);
      return Array.from({ length: 12 }, (_, month) => monthName(new Date(Date.UTC(2000, month, 1))));
    },
  };
}

export const calendars: Readonly<Record<CalendarName, Calendar>> = {
  gregorian: countingFrom('gregorian', 0),
  'bikram-sambat': bikramSambat,
  roc: { ...countingFrom('roc', 1911), years: [1, 289] },
  buddhist: countingFrom('buddhist', -543),
};

/** What somebody wrote of a date: a year, perhaps a month, perhaps a day. */
export interface Written {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** The days between which a date lies that is known to the day, the month or the year in a calendar; undefined where it does not exist. */
export function writtenIn(calendar: Calendar, { year, month, day }: Written): Born | undefined {
  if (month === undefined && day !== undefined) return undefined;
  const first = calendar.iso({ year, month: month ?? 1, day: day ?? 1 });
  if (first === undefined) return undefined;
  if (day !== undefined) return { first, last: first };
  let last = calendar.iso({ year, month: month ?? 12, day: 28 })!;
  // No month has more days than this, and none fewer than 28.
  for (let more = 29; more <= 32; more++) last = calendar.iso({ year, month: month ?? 12, day: more }) ?? last;
  return { first, last };
}

/** The days of the month in which a day lies; of the Gregorian month beyond what a calendar's tables tell. */
export function monthAround(calendar: Calendar, iso: string): Born {
  const at = calendar.of(iso);
  return at ? writtenIn(calendar, { year: at.year, month: at.month })! : monthAround(calendars.gregorian, iso);
}

/** The same day of a later or earlier month, or the last that there is. */
export function monthsLater(calendar: Calendar, iso: string, months: number): string {
  const at = calendar.of(iso);
  const count = at && at.year * 12 + at.month - 1 + months;
  const there = count === undefined ? undefined : { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const month = there && writtenIn(calendar, there);
  return month ? (calendar.iso({ ...there, day: at!.day }) ?? month.last) : addMonths(iso, months);
}

/** How a calendar writes the days between which a date lies, as exactly as it can: parts that are not known are missing. */
export function writtenOf(calendar: Calendar, { first, last }: Born): Written | undefined {
  const [from, to] = [calendar.of(first), calendar.of(last)];
  if (!from || !to) return undefined;
  if (first === last) return from;
  const whole = (written: Written) => {
    const days = writtenIn(calendar, written);
    return days?.first === first && days.last === last;
  };
  return [{ year: from.year, month: from.month }, { year: from.year }].find(whole);
}
