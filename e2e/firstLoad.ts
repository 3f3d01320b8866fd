/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { openWindow } from './browser.ts';

interface FirstLoad {
  /** Compressed bytes by what they were for: document, script, stylesheet, fetch, font … */
  readonly byKind: Readonly<Record<string, number>>;
  /** All of them but fonts, which are fetched once the page is usable. */
  readonly total: number;
  readonly fonts: number;
}

/** Every byte that a phone with an empty cache fetches, headers included and compressed with gzip, until Today is usable by who is signed in. */
export async function firstLoad(
  browser: Browser,
  address: string,
  signIn: (page: Page) => Promise<void>,
  language: 'en' | 'ko' | 'ur',
): Promise<FirstLoad> {
  const signing = await openWindow(browser, { width: 390, language });
  await signIn(signing.page);
  const { cookies } = await signing.context.storageState();
  await signing.context.close();
  // A new context has an empty cache.
  const { context, page } = await openWindow(browser, { width: 390, language });
  try {
    await context.addCookies(cookies);
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
    const kinds = new Map<string, string>();
    const byKind: Record<string, number> = {};
    network.on('Network.responseReceived', ({ requestId, type, response }) => {
      kinds.set(requestId, /\/assets\/fonts?-/.test(response.url) ? 'font' : type.toLowerCase());
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'other';
      byKind[kind] = (byKind[kind] ?? 0) + encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.locator('.frame main h1').waitFor();
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
    const { font: fonts = 0, ...others } = byKind;
    return { byKind: others, total: Object.values(others).reduce((sum, n) => sum + n, 0), fonts };
  } finally {
    await context.close();
  }
}
