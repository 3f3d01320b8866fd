import { type Born, bornOn, partialOf } from '../decider/index.ts';
import { calendars, type Written, writtenOf } from './calendar.ts';
import { dateFormats } from './dateFormats.ts';
import type { CalendarName } from './definition.ts';

/** A sentence of the catalogue `ui` in the reader's language. */
type Say = (key: `ui:date.${string}`, values: Readonly<Record<string, string | number>>) => string;

export interface Dates {
  /** An ISO date, whole or partial (`2014`, `2014-05`). */
  readonly date: (iso: string) => string;
  /** The days between which something was, as somebody's birth. */
  readonly days: (days: Born) => string;
  /** A day of these weeks: its weekday, and the day in the city's calendar without the year. */
  readonly near: (iso: string) => string;
}

const noon = (iso: string) => new Date(`${iso}T12:00:00Z`);

/**
 * Dates for a reader of a city: in its calendar with the name of the era, and the Gregorian date in brackets behind it. So nobody takes 2083
 * for a year of the other calendar, and whoever works with a police abroad needs no table.
 */
export function datesIn(language: string, name: CalendarName, say: Say): Dates {
  const gregorian = dateFormats(language);
  const plain = (iso: string) => {
    if (iso.length === 4) return iso;
    return (iso.length === 7 ? gregorian.month : gregorian.day)(noon(bornOn(iso).first));
  };
  const plainDays = ({ first, last }: Born) => `${plain(first)} – ${plain(last)}`;
  if (name === 'gregorian')
    return {
      date: plain,
      days(days) {
        const partial = partialOf(days);
        return partial ? plain(partial) : plainDays(days);
      },
      near: (iso) => gregorian.near(noon(iso)),
    };

  const calendar = calendars[name];
  const monthName = (month: number) => calendar.months(language)[month - 1]!;
  const own = ({ year, month, day }: Written, first: string): string => {
    if (name !== 'bikram-sambat') {
      const formats = dateFormats(language, name);
      return (day ? formats.day : month ? formats.month : formats.year)(noon(first));
    }
    if (month === undefined) return say('ui:date.bs-year', { year });
    if (day === undefined) return say('ui:date.bs-month', { year, month: monthName(month) });
    return say('ui:date.bs-day', { year, month: monthName(month), day });
  };
  // Where it does not fit, a line breaks between the two dates or before a year: a name of a month keeps its day, a year its era.
  const whole = (text: string) => text.replaceAll(/(?<![,،]) /g, '\u00a0');
  const beside = (own: string, gregorian: string) => say('ui:date.both', { own, gregorian });
  const date = (iso: string): string => {
    const days = bornOn(iso);
    const written = writtenOf(calendar, days);
    if (written) return beside(whole(own(written, days.first)), whole(plain(iso)));
    // A Gregorian month or year lies in two of the other calendar.
    const [from, to] = [calendar.of(days.first), calendar.of(days.last)];
    if (!from || !to) return say('ui:date.gregorian', { date: plain(iso) });
    const parts = ({ year, month }: Written) => (iso.length === 4 ? { year } : { year, month });
    return beside(`${own(parts(from), days.first)} – ${own(parts(to), days.last)}`, plain(iso));
  };
  return {
    date,
    days(days) {
      const partial = partialOf(days);
      if (partial) return date(partial);
      const written = writtenOf(calendar, days);
      return written ? beside(own(written, days.first), plainDays(days)) : `${date(days.first)} – ${date(days.last)}`;
    },
    near(iso) {
      const written = name === 'bikram-sambat' ? calendar.of(iso) : undefined;
      if (!written) return gregorian.near(noon(iso));
      const weekday = gregorian.weekdayShort(noon(iso));
      return say('ui:date.bs-near', { weekday, month: monthName(written.month), day: written.day });
    },
  };
}
