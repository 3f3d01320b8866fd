// Loaded before the tests and before every program they start (NODE_OPTIONS), where the run has a day of its own (`npm test -- --today`).
// JavaScript, because npm and the launcher may run on a Node that does not read TypeScript.

/**
 * Makes the clock of this process, or of a page, say another time: so many milliseconds later. Time goes on as ever.
 * @param {number} offset
 */
export function shiftClock(offset) {
  const real = globalThis.Date;
  const realNow = real.now.bind(real);
  const now = () => realNow() + offset;
  real.now = now;
  globalThis.Date = new Proxy(real, {
    construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
    apply: () => new real(now()).toString(),
  });
}

/** How far the clocks of this test run are shifted, in milliseconds. */
export const offset = Number(globalThis.process?.env.OLLE_TEST_CLOCK ?? 0);
if (offset !== 0) shiftClock(offset);
