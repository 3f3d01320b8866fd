/** The calendars in which a city may keep its dates. Files and the log hold ISO dates whichever it is. */
export const calendarNames = ['gregorian', 'bikram-sambat', 'roc', 'buddhist'] as const;
export type CalendarName = (typeof calendarNames)[number];

/** The calendar of a city that has not chosen one: that of its country's offices. */
export function calendarOfCountry(country: string): CalendarName {
  if (country === 'NP') return 'bikram-sambat';
  return country === 'TW' ? 'roc' : 'gregorian';
}

/** A day as a calendar counts it: months and days from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Calendar {
  readonly name: CalendarName;
  /** The first and the last year that may be entered. */
  readonly years: readonly [first: number, last: number];
  /** The day that an ISO date is; undefined beyond what the calendar's tables tell. */
  of(iso: string): CalendarDay | undefined;
  /** The ISO date of a day; undefined where the calendar has no such day. */
  iso(day: CalendarDay): string | undefined;
  /** What the twelve months are called. */
  months(language: string): readonly string[];
}
