import { addDays, type Born, isPartialDate } from '../decider/index.ts';
import type { Calendar, CalendarName } from './definition.ts';

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** A calendar with the months and days of the Gregorian, whose years count from elsewhere. */
function countingFrom(name: CalendarName, offset: number): Calendar {
  return {
    name,
    of: (iso) => ({ year: Number(iso.slice(0, 4)) - offset, month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) }),
    iso({ year, month, day }) {
      const iso = `${pad(year + offset, 4)}-${pad(month)}-${pad(day)}`;
      return isPartialDate(iso) ? iso : undefined;
    },
    months(language) {
      const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
    },
  };
}

const known = new Map<CalendarName, Calendar>([
  ['gregorian', countingFrom('gregorian', 0)],
  ['roc', countingFrom('roc', 1911)],
  ['buddhist', countingFrom('buddhist', -543)],
]);
let loading: Promise<Calendar> | undefined;

/** A calendar that is here already. */
export const calendarAtHand = (name: CalendarName): Calendar | undefined => known.get(name);
/** A calendar; the table of Bikram Sambat is fetched where it is needed, and once. */
export async function loadCalendar(name: CalendarName): Promise<Calendar> {
  const here = known.get(name);
  if (here) return here;
  loading ??= import('./bikramSambat.ts').then(({ bikramSambat }) => {
    known.set('bikram-sambat', bikramSambat);
    return bikramSambat;
  });
  return await loading;
}

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
  const next = month === undefined || month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const after = calendar.iso({ ...next, day: 1 });
  return after === undefined ? undefined : { first, last: addDays(after, -1) };
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
