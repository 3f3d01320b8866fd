import { type Static, Type } from 'typebox';
import { fields } from '../../../platform/decider/index.ts';

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
/** Opening hours: day 1 is Monday. Where `until` is not after `from`, they go on past midnight. */
export const Hours = Type.Array(fields({ day: Type.Integer({ minimum: 1, maximum: 7 }), from: Time, until: Time }), { maxItems: 28 });

export type OpenTime = Readonly<Static<typeof Hours>[number]>;

const minutesADay = 24 * 60;
export const minutesAWeek = 7 * minutesADay;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The stretches of a week that hours cover, in minutes from Monday 00:00, the end not in it; what goes on past Sunday begins the week. */
export function stretchesOf(hours: readonly OpenTime[]): (readonly [from: number, until: number])[] {
  return hours.flatMap(({ day, from, until }) => {
    const start = (day - 1) * minutesADay + minutesOf(from);
    const length = (minutesOf(until) - minutesOf(from) + minutesADay) % minutesADay || minutesADay;
    const end = start + length;
    return end <= minutesAWeek ? [[start, end] as const] : [[start, minutesAWeek] as const, [0, end - minutesAWeek] as const];
  });
}

/** Whether it is open in that minute of the week. */
export const openAt = (hours: readonly OpenTime[], minute: number): boolean =>
  stretchesOf(hours).some(([from, until]) => from <= minute && minute < until);
