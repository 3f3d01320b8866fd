import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { minutesAWeek, type OpenTime, stretchesOf } from '../domain/index.ts';

/** Opening hours of the same time on several days, as people write them down. */
export interface HoursRow {
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

/** Hours by their time: one row for all days that have it. */
export function rowsOf(hours: readonly OpenTime[]): HoursRow[] {
  const rows = new Map<string, { days: number[]; from: string; until: string }>();
  for (const { day, from, until } of hours) {
    const row = rows.get(`${from}${until}`) ?? { days: [], from, until };
    rows.set(`${from}${until}`, { ...row, days: [...row.days, day] });
  }
  return [...rows.values()].map((row) => ({ ...row, days: row.days.sort((a, b) => a - b) }));
}

/** Hours that leave no minute of the week out. */
export const isAlways = (hours: readonly OpenTime[]): boolean => {
  let until = 0;
  for (const [start, end] of stretchesOf(hours).sort((a, b) => a[0] - b[0])) {
    if (start > until) return false;
    until = Math.max(until, end);
  }
  return until >= minutesAWeek;
};

export const weekDays = [1, 2, 3, 4, 5, 6, 7] as const;
export const always: readonly OpenTime[] = weekDays.map((day) => ({ day, from: '00:00', until: '00:00' }));

/** Days in a row as one stretch, `Mon–Fri`; others by themselves. */
function stretchesOfDays(days: readonly number[]): (readonly number[])[] {
  const stretches: number[][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else stretches.push([day]);
  }
  return stretches;
}

/** What days, languages and hours are called in the reader's language. */
export function useWords() {
  const { t, i18n } = useTranslation('partners');
  return useMemo(() => {
    const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
    const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
    const list = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' });
    // 1 January 2024 was a Monday.
    const day = (number: number) => weekday.format(Date.UTC(2024, 0, number));
    return {
      day,
      language: (code: string) => names.of(code) ?? code,
      /** One line for each time, `Mon, Tue 09:00–17:00`. */
      hours: (hours: readonly OpenTime[]): string[] =>
        isAlways(hours)
          ? [t('hours.always')]
          : rowsOf(hours).map(({ days, from, until }) =>
              t('hours.line', {
                days: list.format(stretchesOfDays(days).map((some) => [...new Set([some[0]!, some.at(-1)!])].map(day).join('–'))),
                from,
                until,
              }),
            ),
    };
  }, [i18n.language, t]);
}
