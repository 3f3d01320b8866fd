/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** With `OLLE_PICTURES` set to a folder, what the page looks like is kept there. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['OLLE_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/**
 * Fails where a rule of WCAG that a program can check is broken, or something stands out of the screen; the window must have been opened
 * with `checked`. What React Aria speaks once, of a button that is gone, is left out.
 */
export async function isSound(page: Page, name = new URL(page.url()).pathname): Promise<void> {
  // Between two pages neither may be there.
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton'));
  await picture(page, name.replaceAll('/', '_'));
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ content: axe });
  const broken = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run(what: object, how: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
      }
    ).axe.run({ exclude: ['[data-live-announcer]'] }, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
  });
  assert.deepEqual(broken, [], name);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: nothing stands out of the screen`);
}
