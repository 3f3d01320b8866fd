import { addDays, type Born, daysBetween } from '../../decider/index.ts';

/** How weeks go: 1 is Monday and 7 Sunday, as `Intl` counts them. */
interface Week {
  readonly firstDay: number;
  readonly weekend: readonly number[];
}

/** How weeks go for a locale; where the browser does not say, as ISO 8601 has them. */
function weekOf(locale: string): Week {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => Week; weekInfo?: Week };
  return known.getWeekInfo?.() ?? known.weekInfo ?? { firstDay: 1, weekend: [6, 7] };
}

/** A Monday: days since count the days of the week. */
const someMonday = '2024-01-01';
const weekday = (day: string) => (((daysBetween(someMonday, day) % 7) + 7) % 7) + 1;

export const isWeekend = (day: string, locale: string): boolean => weekOf(locale).weekend.includes(weekday(day));

/** The days that a month is shown with: whole weeks, each beginning with the locale's first day. */
export function daysShown({ first, last }: Born, locale: string): readonly string[] {
  const begin = addDays(first, -((weekday(first) - weekOf(locale).firstDay + 7) % 7));
  const weeks = Math.ceil((daysBetween(begin, last) + 1) / 7);
  return Array.from({ length: weeks * 7 }, (_, i) => addDays(begin, i));
}
