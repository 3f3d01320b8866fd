import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { root } from '../app/compose.ts';
import { temporaryFolder } from '../platform/database/testing.ts';
import { offset, shiftClock } from './clock.mjs';

/** Chromium without a window system: the same pages for two thirds of the processor time. It shows no notices of a closed app. */
const light = '/usr/bin/chromium-headless-shell';
const places = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const find = () => places.find((place) => place && existsSync(place));

/** Where Chromium is; on Debian and Ubuntu it is installed where it is missing and that is permitted. Throws in words that help. */
export function chromiumPath(): string {
  const found = find();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('olle: installing Chromium for the tests in a browser (once) …');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0;
    const install = (...packages: string[]) => apt('install', '-y', '--no-install-recommends', ...packages);
    if (!install('chromium', 'fonts-noto-core')) {
      apt('update');
      install('chromium', 'fonts-noto-core');
    }
    // Debian alone has it; without it the tests take longer.
    install('chromium-headless-shell');
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    'The tests in a browser need Chromium or Chrome and found neither. Install it (Debian: apt-get install chromium) or set CHROME_PATH to it, then try again.',
  );
}

/** Settings of fontconfig with which a device has no font but one of Latin letters. */
function latinAlone(): string {
  const file = join(temporaryFolder(), 'fonts.conf');
  const fonts = join(root, 'node_modules', '@expo-google-fonts', 'noto-sans', '400Regular');
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${dirname(file)}</cachedir></fontconfig>`);
  return file;
}

interface BrowserOptions {
  /** True where a test needs more of it than its pages. */
  readonly whole?: boolean;
  /** True where it stands for a device that has fonts of no other script than Latin (on Linux alone). */
  readonly fewFonts?: boolean;
}

/** A browser of its own. */
export async function openBrowser({ whole = false, fewFonts = false }: BrowserOptions = {}): Promise<Browser> {
  return await chromium.launch({
    ...(fewFonts ? { env: { ...process.env, FONTCONFIG_FILE: latinAlone() } } : {}),
    executablePath: !whole && !process.env['CHROME_PATH'] && existsSync(light) ? light : chromiumPath(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Device {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'en' | 'ko' | 'ne' | 'ur';
  /** True where the page's own security policy would keep a checking script out. */
  readonly checked?: boolean;
  /** True where the app may keep its files for a time without a network. */
  readonly keeps?: boolean;
}

/** How high the screen of that width is: a phone's or a desktop's. */
export const heightOf = (width: number): number => (width < 600 ? 844 : 900);

/** A browser window of its own, with what the page complains about gathered in `complaints`. */
export async function openWindow(
  browser: Browser,
  { width = 1280, theme = 'light', language = 'en', checked = false, keeps = false }: Device = {},
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: heightOf(width) },
    locale: language,
    bypassCSP: checked,
    serviceWorkers: keeps ? 'allow' : 'block',
  });
  await context.addInitScript(
    ([theme, language]) => {
      localStorage.setItem('olle-theme', theme!);
      if (!localStorage.getItem('olle-language')) localStorage.setItem('olle-language', language!);
    },
    [theme, language],
  );
  if (offset !== 0) await context.addInitScript(shiftClock, offset);
  // On a loaded machine a page may be a long time coming.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refusal (4xx) is an answer that the page shows in words; the browser calls it an error.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  return { context, page, complaints };
}
