import { addDays, addMonths } from '../../../platform/decider/index.ts';
import type { Child, Fact } from './child.ts';
import { type FactName, factsOf } from './facts.ts';
import shipped from './timers.json' with { type: 'json' };

/** A time that a law sets. `within`: do it by then. `every`: again and again. `lasts`: it ends then. `at-least`: not before then. */
interface Limit {
  readonly n: number;
  readonly unit: 'hours' | 'days' | 'months' | 'years';
  /** What is due: words under `law-limit.<duty>`. */
  readonly duty: string;
  readonly ends?: readonly FactName[];
}

/** A rule of a country with a time in it, in words of the law, and for those that concern a case, from what fact it runs. */
export interface LegalTimer {
  readonly id: string;
  readonly country: string;
  /** Only in that part of the country. */
  readonly region?: string;
  readonly from: string;
  readonly to: string;
  readonly limit: string;
  readonly law: string;
  /** V: the provision was read; S: a secondary page; U: not checked; not-found: none was found. */
  readonly mark: string;
  /** The day of the text that was read, where it is known. */
  readonly asOf?: string;
  readonly starts?: FactName;
  readonly kind?: 'within' | 'every' | 'lasts' | 'at-least';
  readonly limits?: readonly Limit[];
  /** Why it does not run on cases. */
  readonly why?: string;
}

export const legalTimers = shipped.timers as readonly LegalTimer[];
/** The rules with a time in them that were found for a country; none: nobody has collected them. */
export const timersOfCountry = (country: string): readonly LegalTimer[] => legalTimers.filter((one) => one.country === country);

/** A legal timer as it runs on a case since a day. */
export interface RunningTimer {
  /** Rule, which of its limits, and the day from which it runs. */
  readonly key: string;
  readonly rule: LegalTimer;
  readonly duty: string;
  readonly kind: NonNullable<LegalTimer['kind']>;
  readonly since: { readonly fact: FactName; readonly on: string };
  /** The last day on which it is certainly kept. */
  readonly due: string;
  /** The length in hours, where the law counts so. */
  readonly hours: number | null;
  readonly state: 'runs' | 'over' | 'ended' | 'done' | 'not-applicable';
  /** By what it ended, when; null where nobody said. */
  readonly ended: { readonly fact: FactName | null; readonly on: string } | null;
}

/**
 * The last day on which a limit is certainly kept. A case knows days, not hours: hours count from the first minute of that day, so that
 * the day is never too late. Neither a weekend nor a holiday makes it longer, for no text that was read says which do.
 */
function dueAfter(day: string, { n, unit }: Limit): string {
  if (unit === 'hours') return addDays(day, Math.max(0, Math.ceil(n / 24) - 1));
  return unit === 'days' ? addDays(day, n) : addMonths(day, unit === 'years' ? 12 * n : n);
}

const byDay = (a: Fact, b: Fact) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
/** The facts of those names, earliest first, each day once. */
const named = (child: Child, names: readonly FactName[] = []) =>
  names.flatMap((name) => factsOf(child, name).map((fact) => ({ name, ...fact }))).sort(byDay);

function running(child: Child, rule: LegalTimer, nth: number, start: Fact, today: string): RunningTimer {
  const limit = rule.limits![nth]!;
  const fact = rule.starts!;
  const kind = rule.kind!;
  const key = `${rule.id}/${nth}/${start.on}`;
  const { how, on: settledOn } = child.justice.timers[key] ?? { how: 'runs-again', on: '' };
  // An order is followed by another, never by itself.
  const later = named(child, limit.ends).filter(({ name, on }) => (name === fact ? on > start.on : on >= start.on));
  const again = kind === 'every';
  const since = again ? [start.on, ...later.map(({ on }) => on), ...(how === 'done' ? [settledOn] : [])].sort().at(-1)! : start.on;
  const due = dueAfter(since, limit);
  const over = (kind === 'within' ? null : start.to) ?? null;
  const end = over === null ? (again ? undefined : later[0]) : { name: null, on: over };
  const about = { key, rule, duty: limit.duty, kind, since: { fact, on: start.on }, due, hours: limit.unit === 'hours' ? limit.n : null };
  if (how === 'not-applicable' || (how === 'done' && !again)) return { ...about, state: how, ended: { fact: null, on: settledOn } };
  if (end) return { ...about, state: 'ended', ended: { fact: end.name, on: end.on } };
  return { ...about, state: due < today ? 'over' : 'runs', ended: null };
}

/**
 * The legal timers of a country that run on a case or ran on it, what is due first at the top. Without a region, those of every region
 * run, and a worker says which do not apply.
 */
export const timersOf = (child: Child, today: string, region?: string): readonly RunningTimer[] =>
  timersOfCountry(child.country ?? '')
    .filter((rule) => rule.starts && (!rule.region || region === undefined || rule.region === region))
    .flatMap((rule) => {
      const starts = named(child, [rule.starts!]).filter(({ on }, i, all) => on !== all[i - 1]?.on);
      return starts.flatMap((start) => rule.limits!.map((_, nth) => running(child, rule, nth, start, today)));
    })
    .sort((a, b) => a.due.localeCompare(b.due) || a.key.localeCompare(b.key));

export const isOpen = ({ state }: RunningTimer): boolean => state === 'runs' || state === 'over';
/** Limits of the law that are over and that nobody has settled. */
export const limitsOver = (child: Child, today: string): readonly RunningTimer[] =>
  timersOf(child, today).filter((timer) => timer.state === 'over' && timer.kind !== 'at-least');

/** An id of a task, for tasks have ids of this form: made of what it runs of, so that it stays the same. */
export function taskIdOf({ rule, key, since }: RunningTimer): string {
  const [id, nth] = key.split('/');
  const days = Date.parse(since.on) / 86_400_000;
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const letters = [...rule.country].map((letter) => hex(letter.charCodeAt(0), 2)).join('');
  return `00000000-0000-7000-8000-${letters}${hex(Number(id!.slice(3)), 2)}${hex(Number(nth), 2)}${hex(days & 0xffff, 4)}`;
}
