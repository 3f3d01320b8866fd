import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

/** Waits, in a test, until something is so; fails with `what` where it is not so for two minutes, long enough for a loaded machine. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await wait(50)) if (await isSo()) return;
  assert.fail(`never: ${what}`);
}
