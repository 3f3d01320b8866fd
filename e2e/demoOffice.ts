import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../app/compose.ts';
import { temporaryFolder } from '../platform/database/testing.ts';
import { type Device, openWindow } from './browser.ts';
import { ServerProcess } from './serverProcess.ts';

/** A demo as a person starts it, and the accounts it printed. */
export class DemoOffice {
  readonly #server: ServerProcess;

  constructor(population: number, country = 'NP', environment: Readonly<Record<string, string>> = {}) {
    const demo = [join(root, 'app/cli.ts'), 'demo', '--population', String(population), '--country', country];
    this.#server = new ServerProcess(temporaryFolder(), demo, environment);
  }

  async open(): Promise<void> {
    await this.#server.start();
  }

  async close(): Promise<void> {
    await this.#server.stop();
  }

  /** For a browser: it keeps secure cookies for `localhost`. */
  get address(): string {
    return this.#server.address.replace('127.0.0.1', 'localhost');
  }

  /** The user name of the first account of a role. */
  userName(role: string): string {
    return new RegExp(`^\\s+(\\S+@\\S+)\\s+${role}\\s`, 'm').exec(this.#server.output)?.[1] ?? '';
  }

  get password(): string {
    return /Password of all: (\S+)/.exec(this.#server.output)?.[1] ?? '';
  }

  /** Signs in as the first account of a role, at a page of the app. */
  async signIn(page: Page, role: string, path = '/'): Promise<void> {
    await page.goto(`${this.address}${path}`);
    await page.locator('input[autocomplete=username]').fill(this.userName(role));
    await page.locator('input[type=password]').fill(this.password);
    await page.locator('button[type=submit]').click();
    await page.locator('.frame').waitFor();
  }

  /** Does something as the first account of a role, in a window of its own; a window that complained fails. */
  async as<T>(browser: Browser, role: string, path: string, work: (page: Page) => Promise<T>, device: Device = {}): Promise<T> {
    const { context, page, complaints } = await openWindow(browser, device);
    try {
      await this.signIn(page, role, path);
      const result = await work(page);
      assert.deepEqual(complaints, []);
      return result;
    } finally {
      await context.close();
    }
  }
}
