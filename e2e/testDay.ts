import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../app/compose.ts';
import { addDays } from '../platform/decider/index.ts';

/** When a test run believes to begin, and in which zone the machine believes to be where that matters. */
interface TestDay {
  readonly at: string;
  readonly zone?: string;
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The days on which date arithmetic has gone wrong before, each the next after `today`. */
export function hardDays(today: string): readonly TestDay[] {
  const next = (fits: (day: string) => boolean) => {
    for (let day = addDays(today, 1); ; day = addDays(day, 1)) if (fits(day)) return day;
  };
  const endsWith = (end: string) => ({ at: next((day) => day.endsWith(end)) });
  // Clocks in Europe go forward on the last Sunday of March, at one o'clock UTC: some minutes after the tests began.
  const lastSundayOfMarch = next((day) => /-03-(2[5-9]|3[01])$/.test(day) && new Date(`${day}T00:00:00Z`).getUTCDay() === 0);
  return [
    endsWith('-12-31'),
    endsWith('-02-28'),
    endsWith('-02-29'),
    endsWith('-30'),
    { at: `${lastSundayOfMarch}T00:57:00Z`, zone: 'Europe/Lisbon' },
    // Ten minutes to midnight in Kathmandu, the city of most tests.
    { at: `${today}T18:05:00Z` },
  ];
}

/** The hard day that a commit is tested on: the same each time for the same commit and month. */
export function dayByCommit(commit: string, today: string): TestDay {
  const days = hardDays(today);
  return days[Number.parseInt(commit.slice(0, 8), 16) % days.length]!;
}

/**
 * The environment in which clocks show another time from now on: a day (then it is early in the day by UTC, and no test meets the end of it),
 * an instant, or `by-commit`, a hard day chosen by the commit's hash. Throws where it is none of them.
 */
export function clockOf(today: string, now = new Date()): { at: string; environment: Record<string, string> } {
  const commit = () => spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout;
  const { at, zone } = today === 'by-commit' ? dayByCommit(commit(), dayOf(now)) : { at: today, zone: undefined };
  const start = new Date(at.length === 10 ? `${at}T01:00:00Z` : at);
  if (!/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(at) || Number.isNaN(start.getTime()) || dayOf(start) !== at.slice(0, 10))
    throw new Error(`--today is "${at}"; it must be a day (2028-02-29), an instant (2028-02-29T18:05:00Z) or by-commit.`);
  const preload = `--import=${pathToFileURL(join(root, 'e2e/clock.mjs'))}`;
  return {
    at,
    environment: {
      OLLE_TEST_CLOCK: String(start.getTime() - now.getTime()),
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${preload}`.trim(),
      ...(zone ? { TZ: zone } : {}),
    },
  };
}
