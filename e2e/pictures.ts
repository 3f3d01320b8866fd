/// <reference lib="dom" />
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../app/compose.ts';
import { type Device, openBrowser, openWindow } from './browser.ts';
import { DemoOffice } from './demoOffice.ts';

interface Picture extends Device {
  readonly role: string;
  readonly path: string;
  /** Links that are followed from there, each the first that the selector finds. */
  readonly followed?: readonly string[];
  /** Pixels of the screen that are kept, from the top. */
  readonly height?: number;
}

const phone = { width: 390 };
/** The made-up city's child who has come home. */
const returned = 'main table a:has-text("Sabina Gurung")';

/** The pictures of README.md, by their file's name. */
const pictures: Readonly<Record<string, Picture>> = {
  'children-at-risk': { role: 'supervisor', path: '/risks', height: 760 },
  'today-on-a-phone': { role: 'case-worker', path: '/', ...phone },
  'case-in-urdu': { role: 'case-worker', path: '/cases', followed: [returned], ...phone, language: 'ur' },
  'after-the-return': { role: 'case-worker', path: '/cases', followed: [returned, 'a[href*="/visit/"]'], ...phone },
  'births-not-registered': { role: 'registrar', path: '/risks/unregistered', height: 620 },
  'figures-without-names': { role: 'monitoring-officer', path: '/risks/counts', height: 760 },
  'whom-to-call': { role: 'case-worker', path: '/public/suryatal/en', ...phone },
  'referral-of-a-partner': { role: 'partner', path: '/referrals', followed: ['main table tbody a'], ...phone },
  'proceedings-of-a-case': { role: 'case-worker', path: '/cases', followed: [returned, 'a[href$="#justice"]'], ...phone },
};

/** `olle pictures`: makes the pictures of README.md anew, of the made-up city's office. */
export async function takePictures(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !(name in pictures));
  if (unknown) throw new Error(`There is no picture "${unknown}". There are ${Object.keys(pictures).join(', ')}.`);
  const office = new DemoOffice();
  await office.open();
  let browser: Browser | undefined;
  try {
    browser = await openBrowser();
    for (const [name, { role, path, followed = [], height, ...device }] of Object.entries(pictures)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const { context, page } = await openWindow(browser, device);
      await office.signIn(page, role, '/');
      await page.goto(`${office.address}${path}`);
      const isThere = () => page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton'));
      for (const link of followed) {
        await isThere();
        await page.locator(link).first().click();
      }
      await isThere();
      await page.waitForLoadState('networkidle');
      const { width, height: whole } = page.viewportSize()!;
      await page.screenshot({
        path: join(root, 'docs/images', `${name}.png`),
        clip: { x: 0, y: 0, width, height: height ?? whole },
      });
      await context.close();
      console.log(`docs/images/${name}.png`);
    }
  } finally {
    await browser?.close();
    await office.close();
  }
  return 0;
}
