/// <reference lib="dom" />
// A page that stays open while the day turns in the city: what it shows is read again, though nobody touches it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeInBrowser } from './officeInBrowser.ts';

const { as } = officeInBrowser({});

test('a page left open reads everything again when the day turns in the city, and not before', async () => {
  await as('supervisor', '/', async (page) => {
    await page.locator('.frame').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    // 23:58 in Kathmandu.
    await page.clock.install({ time: new Date('2026-11-23T18:13:00Z') });
    const today = () => page.waitForResponse((response) => response.url().endsWith('/api/office/today'));
    const shown = today();
    await page.reload();
    await shown;
    await page.locator('.frame').waitFor();
    const readings = (path: string) => asked.filter((one) => one === path).length;
    const first = readings('/api/office/today');
    await page.clock.runFor(60_000);
    assert.equal(readings('/api/office/today'), first, 'the day is the same');
    const turned = today();
    await page.clock.runFor(120_000);
    await turned;
    assert.ok(readings('/api/session') >= 2);
  });
});
