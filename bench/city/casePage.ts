// What a browser does with a case: the state made of its events, and the page until it can be used.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { build } from 'vite';
import { root } from '../../app/compose.ts';
import { openBrowser, openWindow } from '../../e2e/browser.ts';
import { Client, type ServerProcess, takeIn } from '../../e2e/serverProcess.ts';
import { quantile } from '../table.ts';
import { timeEvolving } from './evolving.ts';
import { password } from './fill.ts';

/** Milliseconds to make a state of forty events, here. */
export const evolveInNode = (): number => quantile(timeEvolving(), 0.5);

/** The same in Chromium, slowed so many times. */
export async function evolveInBrowser(slower: number): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: join(root, 'bench/city/evolving.ts'), formats: ['iife'], name: 'bench' } },
  });
  const [{ output }] = built as { output: { code: string }[] }[] as [{ output: [{ code: string }] }];
  const browser = await openBrowser();
  try {
    const { context, page } = await openWindow(browser);
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.addScriptTag({ content: output[0].code });
    const times = await page.evaluate<number[]>('bench.timeEvolving()');
    return quantile(times, 0.5);
  } finally {
    await browser.close();
  }
}

/** A window on a phone's screen, signed in as that user. */
async function signedIn(browser: Browser, server: ServerProcess, userName: string, keeps: boolean) {
  const { context, page } = await openWindow(browser, { width: 390, keeps });
  await page.goto(server.address);
  await page.locator('input[autocomplete=username]').fill(userName);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('.frame').waitFor();
  return { context, page, devtools: await context.newCDPSession(page) };
}

/** Milliseconds from going to the address of a case until its history stands. */
async function openCase(page: Page, address: string): Promise<number> {
  const started = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.timeline').first().waitFor();
  return performance.now() - started;
}

const times = 5;

/**
 * Milliseconds until a case can be read on a phone four times slower, its address opened anew each time: `kept` where the app was used
 * before and its files are on the phone, `fresh` where nothing is. What was read of a case is never kept.
 */
export async function pageOnPhone(server: ServerProcess, id: string): Promise<{ kept: number[]; fresh: number[] }> {
  const administrator = new Client(server);
  await administrator.signIn('first', password);
  const userName = uuidv7();
  const [boss] = await takeIn(server, administrator, [{ userName, name: 'Somebody', role: 'supervisor' }], password);
  boss!.client.close();
  administrator.close();
  const address = `${server.address}/cases/${id}`;
  const [kept, fresh]: [number[], number[]] = [[], []];
  const browser = await openBrowser();
  try {
    const { context, page, devtools } = await signedIn(browser, server, userName, true);
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    // The page of a case comes onto the shelf when it is first opened.
    await openCase(page, address);
    for (let n = 0; n < times; n++) {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await page.goto(`${server.address}/settings`);
      await page.locator('.frame').waitFor();
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      kept.push(await openCase(page, address));
    }
    await context.close();
    for (let n = 0; n < times; n++) {
      const { context, page, devtools } = await signedIn(browser, server, userName, false);
      await devtools.send('Network.clearBrowserCache');
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      fresh.push(await openCase(page, address));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return { kept, fresh };
}
