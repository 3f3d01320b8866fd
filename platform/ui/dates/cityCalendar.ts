import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Dates, datesIn } from '../../calendar/dates.ts';
import type { CalendarName } from '../../calendar/definition.ts';

/** The calendar of the reader's city; the frame of the app fills it in. */
export const CityCalendar = createContext<CalendarName>('gregorian');

/** Dates as they are written for the reader, in a calendar: the city's unless said. */
export function useDates(calendar?: CalendarName): Dates {
  const { t, i18n } = useTranslation('ui');
  const ofCity = useContext(CityCalendar);
  return useMemo(() => datesIn(i18n.language, calendar ?? ofCity, t), [i18n.language, calendar, ofCity, t]);
}
