import type { CaseState } from '../../areas/cases/domain/state/case.ts';
import { addDays } from '../../platform/decider/index.ts';
import type { Chance } from './chance.ts';
import { type Now, people, type Someone, type Step } from './world.ts';

/** Who acts in a life, on which day and how carefully: mostly those who may, of the day and right; now and then not. */
export type Hand = ReturnType<typeof handOf>;

export function handOf(chance: Chance, newId: () => string) {
  /** In a careful life few acts are wrong by day, person or content; in the others many. */
  const wrong = chance.one([0.01, 0.05, 0.2]);
  const slips = (): boolean => chance.yes(wrong);
  const worker = () => (slips() ? chance.upTo(9) : 0);
  const boss = () => (slips() ? chance.upTo(9) : chance.one([2, 3, 2, 3, 4]));
  const system = () => 'system' as const;
  /** Today, a day before, or one that a wrong clock made. */
  const day = (today: string) => addDays(today, slips() ? chance.one([-1, -2, -7, -30, -200, 1, 30]) : 0);
  const someone = (): Someone => chance.one(people);
  type By = () => number | 'system';
  const act =
    (name: string, input: (now: Now) => object, by: By = worker): Step =>
    (now) => ({ name, input: input(now), by: by() });
  /** An act about something that the case has; none where it has nothing of that. */
  const actOn =
    <T>(found: (state: CaseState) => T | undefined, name: string, input: (one: T, now: Now) => object, by: By = worker): Step =>
    (now) => {
      const one = now.state && found(now.state);
      return one && { name, input: input(one, now), by: by() };
    };
  return { chance, newId, slips, worker, boss, system, day, someone, act, actOn };
}
