/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { openWindow } from './browser.ts';

interface FirstLoad {
  /** Compressed bytes by what they were for: document, script, stylesheet, fetch, font … */
  readonly byKind: Readonly<Record<string, number>>;
  /** All of them but fonts, which are fetched once the page is usable. */
  readonly total: number;
  /** Bytes of fonts by script, with the tables of their parts. */
  readonly fonts: Readonly<Record<string, number>>;
}

/** Every byte that a phone with an empty cache fetches, headers included and compressed with gzip, until Today is usable by who is signed in. */
export async function firstLoad(
  browser: Browser,
  address: string,
  signIn: (page: Page) => Promise<void>,
  language: 'en' | 'ko' | 'ne' | 'ur',
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
      const [, font, script] = /\/assets\/(font(?:s|-([a-z-]+)))-/.exec(response.url) ?? [];
      kinds.set(requestId, font ? `font ${script ?? 'all scripts'}` : type.toLowerCase());
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
    const isFont = (kind: string) => kind.startsWith('font ');
    const others = Object.entries(byKind).filter(([kind]) => !isFont(kind));
    const fonts = Object.entries(byKind).flatMap(([kind, bytes]) => (isFont(kind) ? [[kind.slice('font '.length), bytes] as const] : []));
    return {
      byKind: Object.fromEntries(others),
      total: others.reduce((sum, [, bytes]) => sum + bytes, 0),
      fonts: Object.fromEntries(fonts),
    };
  } finally {
    await context.close();
  }
}
