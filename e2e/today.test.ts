/// <reference lib="dom" />
// Today in a browser: one queue for each role, short on a phone, and nothing in it moves while it loads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { officeInBrowser } from './officeInBrowser.ts';
import { isSound } from './sound.ts';

const { as } = officeInBrowser();

const mostHeight = 2000;
const mostShift = 0.02;

/** Opens Today anew with an empty page, and says how much of it moved while it came (layout shift, as browsers count it). */
async function shiftOf(page: Page): Promise<number> {
  await page.addInitScript(() => {
    const found = { shift: 0 };
    Object.assign(window, { found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) found.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload();
  await page.locator('.queue').waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  return await page.evaluate(() => (window as unknown as { found: { shift: number } }).found.shift);
}

for (const width of [390, 1440])
  for (const role of [
    'case-worker',
    'supervisor',
    'registrar',
    'administrator',
    'data-protection-officer',
    'monitoring-officer',
    'partner',
  ])
    test(`Today of a ${role} at ${width} px: its queue is there at once, nothing moves, and it is short`, async () => {
      await as(
        role,
        '/',
        async (page) => {
          await page.locator('.queue').waitFor();
          await isSound(page, `today of a ${role} ${width}`);
          const shift = await shiftOf(page);
          assert.ok(shift < mostShift, `${role} ${width}: ${shift} moved`);
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          assert.ok(height <= mostHeight, `${role} ${width}: ${height} px`);
          console.log(`today ${role} ${width} px: ${height} px high, ${shift.toFixed(3)} moved`);
        },
        { width },
      );
    });

test('what does not fit is shown where it is asked for; a line leads to where it is done', async () => {
  await as(
    'case-worker',
    '/',
    async (page) => {
      await page.locator('.queue').waitFor();
      const more = page.getByRole('button', { name: /^\d+ more$/ }).first();
      const lines = page.locator('.line');
      const before = await lines.count();
      const others = Number.parseInt((await more.textContent()) ?? '', 10);
      await more.click();
      await page.waitForFunction((n) => document.querySelectorAll('.line').length === n, before + others);
      await lines.first().locator('.line__act a').click();
      await page.waitForURL(/\/cases\/|\/risks\//);
    },
    { width: 390 },
  );
});
