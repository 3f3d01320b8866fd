import { type KeyboardEvent, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { calendars, monthAround, monthsLater } from '../../calendar/calendar.ts';
import { dateFormats } from '../../calendar/dateFormats.ts';
import { addDays, localeOf } from '../../decider/index.ts';
import { CityCalendar } from '../dates/cityCalendar.ts';
import './month.css';
import { daysShown, isWeekend } from './weeks.ts';

/** Days that the arrow keys move by, in a left-to-right month. */
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * A month of the city's calendar as a grid of weeks; where its days have other numbers than the Gregorian ones, those stand beside, in small.
 * One day is chosen; arrow keys move among the days, Page Up and Page Down by months, and what stands in a day comes after it in the order
 * of Tab.
 */
export function Month({
  locale,
  today,
  chosen,
  caption,
  dayLabel,
  onChoose,
  children,
}: {
  /** With a region where weeks are to go as there: `ur-PK`. */
  readonly locale: string;
  readonly today: string;
  /** A day of the month that is shown. */
  readonly chosen: string;
  readonly caption: string;
  /** A day in words, and what stands in it, for who does not see the grid. */
  readonly dayLabel: (day: string) => string;
  /** A day of another month too: the month then follows. */
  readonly onChoose: (day: string) => void;
  readonly children: (day: string) => ReactNode;
}) {
  const grid = useRef<HTMLTableElement>(null);
  const calendar = calendars[useContext(CityCalendar)];
  const month = useMemo(() => monthAround(calendar, chosen), [calendar, chosen]);
  const days = useMemo(() => daysShown(month, locale), [month, locale]);
  const weekend = useMemo(() => new Set(days.filter((day) => isWeekend(day, locale))), [days, locale]);
  const { weekday, weekdayShort, monthAndDay } = dateFormats(locale);
  const number = useMemo(() => new Intl.NumberFormat(localeOf(locale), { useGrouping: false }), [locale]);
  const focusNext = useRef<string>(undefined);
  const go = (day: string) => {
    focusNext.current = day;
    onChoose(day);
  };
  // Focus moves once the chosen day is drawn: where it is of another month, that takes longer than the next frame.
  useEffect(() => {
    if (focusNext.current !== chosen) return;
    focusNext.current = undefined;
    grid.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
  }, [chosen]);
  const onKey = (event: KeyboardEvent<HTMLElement>, day: string) => {
    const step = steps[event.key];
    const turned = getComputedStyle(event.currentTarget).direction === 'rtl' && Math.abs(step ?? 7) === 1;
    const months = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (step === undefined && months === 0) return;
    event.preventDefault();
    go(months === 0 ? addDays(day, turned ? -step! : step!) : monthsLater(calendar, day, months));
  };
  const gregorianOf = (day: string) => Number(day.slice(8));
  const numberOf = (day: string) => calendar.of(day)?.day ?? gregorianOf(day);
  return (
    <table className="month" ref={grid}>
      <caption className="hidden-visually">{caption}</caption>
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th key={day} scope="col" abbr={weekday(new Date(`${day}T00:00:00Z`))}>
              {weekdayShort(new Date(`${day}T00:00:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: days.length / 7 }, (_, week) => (
          <tr key={days[week * 7]}>
            {days.slice(week * 7, week * 7 + 7).map((day) => (
              <td
                key={day}
                className={[
                  'month__day',
                  (day < month.first || day > month.last) && 'month__day--other',
                  weekend.has(day) && 'month__day--weekend',
                  day === chosen && 'month__day--chosen',
                ]
                  .filter(Boolean)
                  .join(' ')}
              >
                <button
                  type="button"
                  className="month__number"
                  data-day={day}
                  tabIndex={day === chosen ? 0 : -1}
                  aria-label={dayLabel(day)}
                  aria-pressed={day === chosen}
                  {...(day === today ? { 'aria-current': 'date' as const } : {})}
                  onClick={() => onChoose(day)}
                  onKeyDown={(event) => onKey(event, day)}
                >
                  {number.format(numberOf(day))}
                </button>
                {numberOf(day) !== gregorianOf(day) && (
                  <span className="month__gregorian" aria-hidden>
                    {monthAndDay(new Date(`${day}T00:00:00Z`))}
                  </span>
                )}
                {children(day)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
