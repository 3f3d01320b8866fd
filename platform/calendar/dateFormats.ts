import { localeOf } from '../decider/index.ts';
import words from './dateWords.json' with { type: 'json' };

/** How a language writes Gregorian dates; the moment is noon of the day in UTC. */
export interface DateFormats {
  readonly day: (at: Date) => string;
  readonly month: (at: Date) => string;
  readonly year: (at: Date) => string;
  readonly monthName: (at: Date) => string;
  readonly monthAndDay: (at: Date) => string;
  /** Of these weeks: the weekday, and the day without the year. */
  readonly near: (at: Date) => string;
  readonly weekday: (at: Date) => string;
  readonly weekdayShort: (at: Date) => string;
}

/** Words of dates in languages for which browsers have none (Chromium leaves Nepali out); the same are used on the server. */
const ours: Readonly<Record<string, (typeof words)['ne'] | undefined>> = words;
const language = (locale: string) => locale.split('-')[0]!;
/** Whether this language's dates are written with our own words. */
export const hasOwnWords = (locale: string): boolean => ours[language(locale)] !== undefined;

function make(locale: string, calendar: string | undefined): DateFormats {
  const own = calendar === undefined ? ours[language(locale)] : undefined;
  if (own) {
    const monthName = (at: Date) => own.months[at.getUTCMonth()]!;
    const monthAndDay = (at: Date) => `${monthName(at)} ${at.getUTCDate()}`;
    return {
      day: (at) => `${at.getUTCFullYear()} ${monthAndDay(at)}`,
      month: (at) => `${at.getUTCFullYear()} ${monthName(at)}`,
      year: (at) => String(at.getUTCFullYear()),
      monthName,
      monthAndDay,
      near: (at) => `${own.weekdaysShort[at.getUTCDay()]}, ${monthAndDay(at)}`,
      weekday: (at) => own.weekdays[at.getUTCDay()]!,
      weekdayShort: (at) => own.weekdaysShort[at.getUTCDay()]!,
    };
  }
  const by = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(localeOf(locale, calendar), { ...options, timeZone: 'UTC' });
    return (at: Date) => format.format(at);
  };
  return {
    day: by({ dateStyle: 'medium' }),
    month: by({ year: 'numeric', month: 'long' }),
    year: by({ year: 'numeric' }),
    monthName: by({ month: 'long' }),
    monthAndDay: by({ month: 'short', day: 'numeric' }),
    near: by({ weekday: 'short', day: 'numeric', month: 'short' }),
    weekday: by({ weekday: 'long' }),
    weekdayShort: by({ weekday: 'short' }),
  };
}

/** Making one takes a phone milliseconds, and every part of a page asks: they are made once for a language and a calendar. */
const made = new Map<string, DateFormats>();
export function dateFormats(locale: string, calendar?: string): DateFormats {
  const key = `${locale} ${calendar ?? ''}`;
  const formats = made.get(key) ?? make(locale, calendar);
  made.set(key, formats);
  return formats;
}
