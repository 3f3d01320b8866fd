// What a browser does with a case: the state made of its events, and the page until it can be used.
import { join } from 'node:path';
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

/** Milliseconds until a case can be read on a phone four times slower, five times, each with nothing kept from before. */
export async function pageOnPhone(server: ServerProcess, id: string): Promise<number[]> {
  const administrator = new Client(server);
  await administrator.signIn('first', password);
  const userName = uuidv7();
  const [boss] = await takeIn(server, administrator, [{ userName, name: 'Somebody', role: 'supervisor' }], password);
  boss!.client.close();
  administrator.close();
  const times: number[] = [];
  const browser = await openBrowser();
  try {
    for (let n = 0; n < 5; n++) {
      const { context, page } = await openWindow(browser, { width: 390 });
      await page.goto(server.address);
      await page.locator('input[autocomplete=username]').fill(userName);
      await page.locator('input[type=password]').fill(password);
      await page.locator('button[type=submit]').click();
      await page.locator('.frame').waitFor();
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.clearBrowserCache');
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const started = performance.now();
      await page.goto(`${server.address}/cases/${id}`, { waitUntil: 'commit' });
      await page.locator('.timeline').first().waitFor();
      times.push(performance.now() - started);
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return times;
}
