import { readFileSync } from 'node:fs';

/** Days since 1970-01-01, whole. Every date inside the generator is one. */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a Gregorian date (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayOf(year: number, month: number, day: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The Gregorian date of a day (same source). */
export function civil(day: Day): CivilDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1 };
}

/** The day of an ISO date `2014-05-09`; throws when it is not one. */
export function parseDay(iso: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
  if (!match || isoDate(day) !== iso) throw new RangeError(`Expected a date such as 2026-11-23, got "${iso}".`);
  return day;
}

export const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

export function isoDate(day: Day): string {
  const date = civil(day);
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}

/** Completed years from birth to a day. */
export function yearsOld(birth: Day, asOf: Day): number {
  const from = civil(birth);
  const to = civil(asOf);
  const before = to.month < from.month || (to.month === from.month && to.day < from.day);
  return to.year - from.year - (before ? 1 : 0);
}

/** The same day of the month so many months later; the last of the month where that day does not exist. */
export function addMonths(day: Day, months: number): Day {
  const date = civil(day);
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const lastDay = dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayOf(year, month, 1);
  return dayOf(year, month, Math.min(date.day, lastDay));
}

/** Completed months from birth to a day. */
export function monthsOld(birth: Day, asOf: Day): number {
  const from = civil(birth);
  const to = civil(asOf);
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}

interface MonthTable {
  readonly firstYear: number;
  readonly firstDay: string;
  readonly monthLengths: readonly (readonly number[])[];
}
const table = JSON.parse(readFileSync(new URL('../countries/bikramSambat.json', import.meta.url), 'utf8')) as MonthTable;
const monthStarts: Day[] = [parseDay(table.firstDay)];
for (const year of table.monthLengths) for (const length of year) monthStarts.push(monthStarts.at(-1)! + length);

/** The Bikram Sambat date of a day; throws outside the years of the month table. */
export function bikramSambat(day: Day): CivilDate {
  if (day < monthStarts[0]! || day >= monthStarts.at(-1)!) throw new RangeError(`No Bikram Sambat month table for ${isoDate(day)}.`);
  let low = 0;
  let high = monthStarts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (monthStarts[middle]! <= day) low = middle;
    else high = middle;
  }
  return { year: table.firstYear + Math.floor(low / 12), month: (low % 12) + 1, day: day - monthStarts[low]! + 1 };
}
