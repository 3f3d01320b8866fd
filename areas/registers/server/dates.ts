import { bikramSambat } from '../../../platform/calendar/bikramSambat.ts';
import { isPartialDate } from '../../../platform/decider/index.ts';
import type { StartInput } from '../domain/index.ts';
import { dateOfSerial } from './file/workbook.ts';

type Order = StartInput['dateOrder'];
type Calendar = StartInput['calendar'];

const zeros = [0x660, 0x6f0, 0x966, 0xe50, 0x17e0];
/** Digits of Arabic, Urdu, Devanagari, Thai and Khmer as the digits of ASCII. */
export const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९๐-๙០-៩]/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    return String(code - zeros.find((zero) => code >= zero && code < zero + 10)!);
  });

const pad = (n: number, width = 2) => String(n).padStart(width, '0');
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The numbers of a date as written: year, month and day apart; English month names become numbers, marks of the ROC era go. */
function partsOf(text: string): { parts: string[]; named: boolean } {
  let plain = plainDigits(text).trim();
  if (plain.length > 10) plain = plain.replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  if (/^[\d/.-]+$/.test(plain)) return { parts: plain.split(/[/.-]/).filter(Boolean), named: false };
  plain = plain.replace(/^(民國|民国|中華民國|พ\.?ศ\.?)\s*/u, '').replace(/元年/u, '1年');
  let named = false;
  plain = plain.replace(/[A-Za-z]{3,9}/, (word) => {
    const month = months.indexOf(word.slice(0, 3).toLowerCase());
    named = month >= 0;
    return named ? ` ${month + 1} ` : word;
  });
  return { parts: plain.split(/[-/.,،\s년월일年月日號号]+/u).filter(Boolean), named };
}

/** An ISO date, whole or partial, from how a register writes it; undefined where there is no such date. */
export function readDate(text: string, order: Order, calendar: Calendar): string | undefined {
  const { parts, named } = partsOf(text);
  if (parts.length === 0 || parts.length > 3 || parts.some((part) => !/^\d+$/.test(part))) return undefined;
  const [a = '', b = '', c = ''] = parts;
  const era = calendar === 'roc' || /^(民國|民国)/u.test(text.trim()) ? 'roc' : calendar;
  if (parts.length === 1) {
    if (a.length === 8) return whole(Number(a.slice(0, 4)), Number(a.slice(4, 6)), Number(a.slice(6)), era);
    if (era === 'roc' && (a.length === 6 || a.length === 7))
      return whole(Number(a.slice(0, -4)), Number(a.slice(-4, -2)), Number(a.slice(-2)), era);
    // A spreadsheet's day number whose cell lost its date format: 1954 to 2064.
    if (a.length === 5 && Number(a) >= 20_000 && Number(a) <= 60_000) return dateOfSerial(Number(a), false);
    if (a.length !== 4 && era !== 'roc') return undefined;
    return partial(Number(a), undefined, era);
  }
  if (named && parts.length === 3 && c.length === 4) {
    // "May 9, 2014" or "9 May 2014": the month is where the name stood.
    return /^\s*[A-Za-z]/.test(text) ? whole(Number(c), Number(a), Number(b), era) : whole(Number(c), Number(b), Number(a), era);
  }
  if (a.length === 4 || era === 'roc')
    return parts.length === 3 ? whole(Number(a), Number(b), Number(c), era) : partial(Number(a), Number(b), era);
  if (parts.length === 2) return b.length === 4 ? partial(Number(b), Number(a), era) : undefined;
  if (c.length !== 4) return undefined;
  return order === 'day-first' ? whole(Number(c), Number(b), Number(a), era) : whole(Number(c), Number(a), Number(b), era);
}

const gregorianYear = (year: number, calendar: Calendar) =>
  calendar === 'roc' && year < 1000 ? year + 1911 : calendar === 'buddhist' ? year - 543 : year;

function partial(year: number, month: number | undefined, calendar: Calendar): string | undefined {
  // A Bikram Sambat month lies in two of ours: what is left of a date without its day is not a month.
  if (calendar === 'bikram-sambat') return undefined;
  const y = gregorianYear(year, calendar);
  const date = month === undefined ? pad(y, 4) : `${pad(y, 4)}-${pad(month)}`;
  return isPartialDate(date) ? date : undefined;
}

function whole(year: number, month: number, day: number, calendar: Calendar): string | undefined {
  if (calendar === 'bikram-sambat') return bikramSambat.iso({ year, month, day });
  const date = `${pad(gregorianYear(year, calendar), 4)}-${pad(month)}-${pad(day)}`;
  return isPartialDate(date) ? date : undefined;
}

export interface DateGuess {
  readonly dateOrder: Order;
  readonly calendar: Calendar;
  /** True where day and month could be either way round in every date. */
  readonly ambiguous: boolean;
}

/** Day or month first, and which calendar, from the dates of one column: a part over 12 settles the order; the header or years out of our time the calendar. */
export function guessDates(header: string, cells: readonly string[], today: string): DateGuess {
  let [day, month, unsure, ahead, roc, buddhist, dates] = [0, 0, 0, 0, 0, 0, 0];
  const thisYear = Number(today.slice(0, 4));
  for (const cell of cells) {
    const { parts, named } = partsOf(cell);
    if (parts.length < 2 || parts.some((part) => !/^\d+$/.test(part))) continue;
    dates++;
    const year = Number(parts.find((part) => part.length === 4) ?? parts[0]);
    if (year > 2400) buddhist++;
    else if (year > thisYear + 1) ahead++;
    if (
      /^(民國|民国)/u.test(cell.trim()) ||
      (parts.length === 3 && parts[0]!.length <= 3 && Number(parts[0]) > 31 && Number(parts[0]) < 200)
    )
      roc++;
    if (parts.length !== 3 || named || parts[2]!.length !== 4) continue;
    if (Number(parts[0]) > 12) day++;
    else if (Number(parts[1]) > 12) month++;
    else if (parts[0] !== parts[1]) unsure++;
  }
  const text = header.normalize('NFC');
  const gregorian = /\bA\.?D\.?\b|ई\.?\s?सं|इस्वी|西元/iu.test(text);
  const sambat = /वि\.?\s?सं|\bB\.?S\.?\b/iu.test(text);
  const share = (n: number) => dates > 0 && n / dates > 0.3;
  const calendar: Calendar = gregorian
    ? 'gregorian'
    : sambat
      ? 'bikram-sambat'
      : share(buddhist)
        ? 'buddhist'
        : share(roc)
          ? 'roc'
          : share(ahead)
            ? 'bikram-sambat'
            : 'gregorian';
  return { dateOrder: month > day ? 'month-first' : 'day-first', calendar, ambiguous: unsure > 0 && day === 0 && month === 0 };
}
