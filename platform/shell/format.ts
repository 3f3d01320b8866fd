import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hasOwnWords } from '../calendar/dateFormats.ts';
import { ageOn, ageWords, type Born, localeOf } from '../decider/index.ts';
import { useDates } from '../ui/index.ts';
import { useSession } from './session.tsx';

/** Making one takes a phone milliseconds, and every part of a page asks: they are made once for a language and a zone. */
const made = new Map<string, ReturnType<typeof make>>();
function make(language: string, timeZone: string) {
  // In Urdu AM and PM come as Latin letters, and those turn the direction of what follows.
  const clock = language === 'ur' ? { hourCycle: 'h23' as const } : {};
  return {
    time: new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short', timeZone, ...clock }),
    moment: new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', timeZone, ...clock }),
    isoDay: new Intl.DateTimeFormat('sv-SE', { timeZone }),
    number: new Intl.NumberFormat(localeOf(language)),
  };
}
function formatsOf(language: string, timeZone: string) {
  const key = `${language} ${timeZone}`;
  const known = made.get(key) ?? make(language, timeZone);
  made.set(key, known);
  return known;
}

/** Dates, times and numbers as the reader writes them; dates in the city's calendar, times in its zone. */
export function useFormat() {
  const { i18n, t } = useTranslation('shell');
  const { city } = useSession();
  const dates = useDates();
  const language = i18n.language;
  return useMemo(() => {
    const { time, moment, isoDay, number } = formatsOf(language, city.timeZone);
    /** The calendar day of an instant in the city, ISO. */
    const dayOf = (iso: string) => isoDay.format(new Date(iso));
    return {
      ...dates,
      dayOf,
      moment: (iso: string) =>
        city.calendar === 'gregorian' && !hasOwnWords(language)
          ? moment.format(new Date(iso))
          : t('ui:date.at', { date: dates.date(dayOf(iso)), time: time.format(new Date(iso)) }),
      /** The time of day of an instant in the city. */
      time: (iso: string) => time.format(new Date(iso)),
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
  }, [language, dates, city.calendar, city.timeZone, city.today, city.wardNames, t]);
}
