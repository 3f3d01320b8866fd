import { addDays, addMonths, earliest, latest, type PartialDateText, yearsBetween } from './partialDate.ts';

/** The days between which somebody was born, both included; one day twice where the birth date is known to the day. */
export interface Born {
  readonly first: string;
  readonly last: string;
}

/** What a birth date, whole or partial, says of the day of birth. */
export const bornOn = (date: PartialDateText): Born => ({ first: earliest(date), last: latest(date) });

/** The ISO text of such days: a date, a month or a year of the Gregorian calendar; undefined where they are none of them. */
export function partialOf({ first, last }: Born): PartialDateText | undefined {
  return [first, first.slice(0, 7), first.slice(0, 4)].find((text) => earliest(text) === first && latest(text) === last);
}

/** Such days in a file: a date, a month, a year, or else the first and the last (ISO 8601). */
export const isoOf = (days: Born): string => partialOf(days) ?? `${days.first}/${days.last}`;

/** An age in completed years: the least and the most it can be, given how well the day of birth is known. */
export interface Age {
  readonly least: number;
  readonly most: number;
}

/** The age on a day. Nobody is younger than nothing: who may not be born yet is at least 0. */
export function ageOn(born: Born | PartialDateText, day: string): Age {
  const { first, last } = typeof born === 'string' ? bornOn(born) : born;
  return { least: Math.max(0, yearsBetween(last, day)), most: Math.max(0, yearsBetween(first, day)) };
}

/** The sentence of the catalogue `shell` for an age, and its values: 17, 17 or 18, 15 to 18 years. */
export const ageWords = ({ least, most }: Age) => ({
  key: least === most ? 'age' : most - least === 1 ? 'age-two' : 'age-between',
  values: { count: least, least, most },
});

/** The age at which a child is one no more (Convention on the Rights of the Child, article 1). */
export const fullAge = 18;

/** Whether somebody may be a child: where the day of birth is not known well enough, they are taken for one. */
export const mayBeChild = ({ least }: Age): boolean => least < fullAge;

/**
 * When somebody was born who may be of these ages on a day: `first` at the latest on `until`, `last` at the earliest on `since`. For filters: the
 * same answer as `ageOn` gives, as a comparison of days.
 */
export function bornAtAge({ from, to }: { readonly from?: number | undefined; readonly to?: number | undefined }, day: string) {
  return {
    until: from ? addMonths(day, -12 * from) : undefined,
    since: to === undefined ? undefined : addDays(addMonths(day, -12 * (to + 1)), 1),
  };
}
