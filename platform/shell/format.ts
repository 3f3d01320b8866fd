import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ageOn, ageWords, type Born } from '../decider/index.ts';
import { useSession } from './session.tsx';

/** Making one takes a phone milliseconds, and every part of a page asks: they are made once for a language and a zone. */
const made = new Map<string, ReturnType<typeof make>>();
function make(language: string, timeZone: string) {
  // In Urdu AM and PM come as Latin letters, and those turn the direction of what follows.
  const clock = language === 'ur' ? { hourCycle: 'h23' as const } : {};
  return {
    day: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
    moment: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone, ...clock }),
    isoDay: new Intl.DateTimeFormat('sv-SE', { timeZone }),
    number: new Intl.NumberFormat(language),
  };
}
function formatsOf(language: string, timeZone: string) {
  const key = `${language} ${timeZone}`;
  const known = made.get(key) ?? make(language, timeZone);
  made.set(key, known);
  return known;
}

/** Dates, times and numbers as the reader writes them; times in the city's zone. */
export function useFormat() {
  const { i18n, t } = useTranslation('shell');
  const { city } = useSession();
  const language = i18n.language;
  return useMemo(() => {
    const { day, month, moment, isoDay, number } = formatsOf(language, city.timeZone);
    return {
      /** An ISO date, whole or partial (`2014`, `2014-05`). */
      date: (iso: string) =>
        iso.length === 4 ? iso : (iso.length === 7 ? month : day).format(new Date(`${iso.padEnd(7, '-01').padEnd(10, '-01')}T00:00:00Z`)),
      /** The calendar day of an instant in the city, ISO. */
      dayOf: (iso: string) => isoDay.format(new Date(iso)),
      moment: (iso: string) => moment.format(new Date(iso)),
      number: (n: number) => number.format(n),
      /** The age today, as exactly as the day of birth is known. */
      age: (born: Born | string | null) => {
        if (born === null) return '';
        const { key, values } = ageWords(ageOn(born, city.today));
        return t(key, values);
      },
      /** A ward as the city calls it, where it has given it a name. */
      ward: (code: string) => city.wardNames[code] ?? t('ward', { code }),
      /** Overdue, today or later, against the city's calendar. */
      isOver: (iso: string) => iso < city.today,
      today: city.today,
    };
  }, [language, city.timeZone, city.today, city.wardNames, t]);
}
