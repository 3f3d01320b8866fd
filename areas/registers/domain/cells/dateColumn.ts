import type { CalendarName } from '../../../../platform/calendar/definition.ts';
import { type DateOrder, dateParts } from './dates.ts';
import { readDate, severalDates } from './severalDates.ts';

/** Why a person should look before a column's dates are read. */
export type DateDoubt =
  /** Day and month could be either way round in every date. */
  | 'order'
  /** Some dates prove that the day comes first, others that the month does. */
  | 'both-orders'
  /** Real dates up to the 12th beside texts from the 13th on: a spreadsheet with another order exchanged day and month of the former. */
  | 'half-converted'
  /** Two calendars give dates that could be. */
  | 'calendar'
  /** Most dates cannot be read by the city's calendar, nor by the Gregorian. */
  | 'unread'
  /** However they are read, the dates are not those of children, in a register of children. */
  | 'ages';

export interface DateGuess {
  readonly dateOrder: DateOrder;
  readonly calendar: CalendarName;
  readonly doubt: DateDoubt | null;
}

/** Of what a column's dates are: where the file comes from, and what register it is. */
export interface DateSetting {
  readonly today: string;
  /** The calendar in which the city's offices write. */
  readonly home: CalendarName;
  /** Whether these are birth dates of children, as in the registers of schools and clinics. */
  readonly ofChildren?: boolean;
}

/** A fair share of a column's dates: what fewer say may be an accident. */
const share = 0.3;
/** A calendar reads a column of which it reads so many; the rest may be mistyped. */
const mostRead = 0.5;
/** Most pupils and patients of a children's clinic are younger than that. */
const grown = 25;

interface Counted {
  readonly dates: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly eitherWay: number;
  /** Dates that stand as a spreadsheet's: year first, in four figures. */
  readonly real: number;
  readonly realPastTwelve: number;
  readonly named: Readonly<Record<CalendarName, number>>;
}

function count(cells: readonly string[]): Counted {
  const n = { dates: 0, dayFirst: 0, monthFirst: 0, eitherWay: 0, real: 0, realPastTwelve: 0 };
  const named = { gregorian: 0, 'bikram-sambat': 0, roc: 0, buddhist: 0 };
  for (const cell of cells) {
    const { parts, named: month, calendar } = dateParts(cell);
    if (parts.length < 2 || parts.some((part) => !/^\d+$/.test(part))) continue;
    n.dates++;
    if (calendar) named[calendar]++;
    const [a, b, c] = parts.map(Number) as [number, number, number];
    if (parts.length !== 3 || month !== undefined) continue;
    if (parts[0]!.length === 4) {
      n.real++;
      if (c > 12) n.realPastTwelve++;
    } else if (parts[2]!.length === 4) {
      if (a > 12) n.dayFirst++;
      else if (b > 12) n.monthFirst++;
      else if (a !== b) n.eitherWay++;
    }
  }
  return { ...n, named };
}

const headerCalendars: readonly [CalendarName, RegExp][] = [
  ['gregorian', /\bA\.?D\.?\b|ई\.?\s?सं|इस्वी|西元|公元/iu],
  ['bikram-sambat', /वि\.?\s?सं|बि\.?\s?सं|\bB\.?S\.?\b|विक्रम/iu],
  ['roc', /民國|民国/u],
  ['buddhist', /พ\.?ศ\./u],
];

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** How many years before `today` the dates are, in the middle, as a calendar reads them; undefined where it reads less than half, or many are still to come. */
function ageBy(calendar: CalendarName, cells: readonly string[], order: DateOrder, today: string): number | undefined {
  const read = cells.flatMap((cell) => readDate(cell, order, calendar) ?? []);
  if (read.length < cells.length * mostRead || read.length === 0) return undefined;
  const future = read.filter((date) => date > today).length;
  return future > read.length * share ? undefined : median(read.map((date) => Number(today.slice(0, 4)) - Number(date.slice(0, 4))));
}

/**
 * Order and calendar of a column of dates. A part over 12 settles the order. The calendar is the one that the heading or the cells name, else of
 * the city's own and the Gregorian the one that gives ages that people have; another one is never guessed from figures alone.
 */
export function guessDates(header: string, written: readonly string[], { today, home, ofChildren = false }: DateSetting): DateGuess {
  // Of a day in two calendars the first tells how the column is written.
  const cells = written.map((cell) => severalDates(cell)[0]?.text ?? cell);
  const n = count(cells);
  const dateOrder = n.monthFirst > n.dayFirst ? 'month-first' : 'day-first';
  const mixed = n.dayFirst > 0 && n.monthFirst > 0;
  const texts = n.dayFirst + n.monthFirst + n.eitherWay;
  const halfConverted = n.real > 1 && texts > 1 && n.realPastTwelve === 0 && n.eitherWay === 0;
  const ofOrder: DateDoubt | null = mixed
    ? 'both-orders'
    : halfConverted
      ? 'half-converted'
      : n.eitherWay > 0 && n.dayFirst + n.monthFirst === 0
        ? 'order'
        : null;
  const text = header.normalize('NFC');
  const said =
    headerCalendars.find(([, words]) => words.test(text))?.[0] ??
    (Object.keys(n.named) as CalendarName[]).find((calendar) => n.named[calendar] > n.dates * share);
  const tried = [...new Set<CalendarName>(['gregorian', home, 'bikram-sambat', 'buddhist', 'roc'])];
  const dates = cells.filter(isDate);
  const ages = new Map(tried.map((calendar) => [calendar, ageBy(calendar, dates, dateOrder, today)] as const));
  const ageOf = (calendar: CalendarName) => ages.get(calendar);
  const fits = (calendar: CalendarName) => {
    const age = ageOf(calendar);
    return age !== undefined && age <= (ofChildren ? grown : 90);
  };
  const leftOver = (age: number | undefined): DateDoubt | null => {
    if (n.dates === 0) return null;
    if (age === undefined) return 'unread';
    return ofChildren ? 'ages' : null;
  };
  const choose = (): { calendar: CalendarName; doubt: DateDoubt | null } => {
    if (said) return { calendar: said, doubt: null };
    const likely = [...new Set<CalendarName>(['gregorian', home])].filter(fits);
    if (likely.length === 1) return { calendar: likely[0]!, doubt: null };
    // Both give ages that people have: younger people are in more registers than old ones, but a person should look.
    if (likely.length === 2) {
      const [first, second] = likely as [CalendarName, CalendarName];
      return { calendar: ageOf(first)! <= ageOf(second)! ? first : second, doubt: ofChildren ? null : 'calendar' };
    }
    // A year in three figures is the city's own or nothing that can be known.
    const foreign = cells.some((cell) => dateParts(cell).parts[0]?.length === 3) ? undefined : tried.find(fits);
    if (foreign) return { calendar: foreign, doubt: foreign === 'buddhist' ? null : 'calendar' };
    return { calendar: ageOf(home) === undefined ? 'gregorian' : home, doubt: leftOver(ageOf(home) ?? ageOf('gregorian')) };
  };
  const { calendar, doubt } = choose();
  return { dateOrder, calendar, doubt: ofOrder ?? (said && ofChildren && !fits(said) && n.dates > 0 ? 'ages' : doubt) };
}

const isDate = (cell: string) => {
  const { parts } = dateParts(cell);
  return parts.length > 1 && parts.every((part) => /^\d+$/.test(part));
};
