/// <reference lib="dom" />
// On a device that has no font but of Latin letters: the app brings one for every script that it speaks or that names are written in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from '../app/until.ts';
import { officeInBrowser } from './officeInBrowser.ts';

const { as } = officeInBrowser({}, { fewFonts: true });

/** The families of the fonts in which a part of the page is drawn. */
async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('DOM.enable');
  await inspector.send('CSS.enable');
  const { root } = await inspector.send('DOM.getDocument');
  const { nodeId } = await inspector.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await inspector.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName }) => familyName);
}

/** The characters of the page that are in no font which was fetched. */
const missing = (page: Page) =>
  page.evaluate(() => {
    const ranges = [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .flatMap(({ unicodeRange }) => unicodeRange.split(','))
      .map((range) => range.replace(/U\+/i, '').trim().split('-'))
      .map(([first, last = first]) => [Number.parseInt(first!, 16), Number.parseInt(last!, 16)]);
    const isThere = (code: number) => ranges.some(([first, last]) => first! <= code && code <= last!);
    return (document.body.textContent.match(/[^\s\p{Script=Common}\p{Script=Latin}]/gu) ?? []).filter(
      (one) => !isThere(one.codePointAt(0)!),
    );
  });

test('a page in Korean has every syllable, of which the fonts come in parts', { skip: process.platform !== 'linux' }, async () => {
  await as(
    'case-worker',
    '/',
    async (page) => {
      await page.waitForFunction(() => [...document.fonts].some(({ status }) => status === 'loaded'));
      await page.evaluate(() => document.fonts.ready);
      assert.match((await page.locator('main').textContent())!, /\p{Script=Hangul}/u);
      await until('every syllable is there', async () => (await missing(page)).length === 0);
      assert.ok((await fontsOf(page, 'main h1')).includes('Noto Sans KR'));
    },
    { language: 'ko', width: 390 },
  );
});

const names: readonly (readonly [script: string, name: string, font: RegExp])[] = [
  ['Hangul that the product never says', '쾡뷁', /^Noto Sans KR/],
  ['Han', '陳怡君', /^Noto Sans TC/],
  ['Devanagari', 'सीता', /^Noto Sans Devanagari/],
  ['Sinhala', 'නිමල්', /^Noto Sans Sinhala/],
  ['Tamil', 'முருகன்', /^Noto Sans Tamil/],
  ['Thai', 'สมชาย', /^Noto Sans Thai/],
  ['Khmer', 'សុខា', /^Noto Sans Khmer/],
  ['Mongolian Cyrillic', 'Өлзий', /^Noto Sans/],
  ['Arabic', 'زینب', /^Noto Naskh Arabic/],
];

test('a name in any script of the registers is drawn in a font of that script', { skip: process.platform !== 'linux' }, async () => {
  await as('case-worker', '/', async (page) => {
    await page.evaluate(
      (names) => {
        for (const [n, [, name]] of names.entries()) {
          const line = document.createElement('p');
          line.id = `name-${n}`;
          line.textContent = name;
          document.querySelector('main')!.append(line);
        }
      },
      names.map(([script, name]) => [script, name] as const),
    );
    for (const [n, [script, , font]] of names.entries()) {
      await until(`${script} is drawn in a font of its own`, async () => {
        const drawn = await fontsOf(page, `#name-${n}`);
        return drawn.length > 0 && drawn.every((one) => font.test(one));
      });
    }
  });
});

test('Urdu is drawn in Nastaliq', { skip: process.platform !== 'linux' }, async () => {
  await as(
    'case-worker',
    '/',
    async (page) => {
      await page.waitForFunction(() => [...document.fonts].some(({ family, status }) => /Nastaliq/.test(family) && status === 'loaded'));
      assert.ok((await fontsOf(page, 'main h1')).includes('Noto Nastaliq Urdu'));
    },
    { language: 'ur', width: 390 },
  );
});

test('Nepali has its letters, in the app and on a public page', { skip: process.platform !== 'linux' }, async () => {
  await as(
    'case-worker',
    '/',
    async (page) => {
      await until('the app has them', async () => (await fontsOf(page, 'main h1')).includes('Noto Sans Devanagari'));
      await page.goto(new URL('/public/nowhere/ne', page.url()).href);
      await page.evaluate(() => document.fonts.ready);
      assert.match((await page.locator('h1').textContent())!, /\p{Script=Devanagari}/u);
      await until('the page has them', async () => (await fontsOf(page, 'h1')).includes('Noto Sans Devanagari'));
    },
    { language: 'ne', width: 390 },
  );
});
