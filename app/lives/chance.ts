import { seeded } from '../sampling.ts';

/** A made-up id, the same for the same number. */
export const anId = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A random chance for what a life draws. */
export interface Chance {
  (): number;
  one<T>(of: readonly T[]): T;
  yes(often: number): boolean;
  upTo(most: number): number;
}
export function chanceOf(seed: number): Chance {
  const random = seeded(seed);
  return Object.assign(random, {
    one: <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!,
    yes: (often: number) => random() < often,
    upTo: (most: number) => Math.floor(random() * (most + 1)),
  });
}
