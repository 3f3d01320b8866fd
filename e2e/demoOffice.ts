import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readConfiguration } from '../app/configuration.ts';
import { makeDemoCity } from '../app/demo.ts';
import { DemoClock } from '../app/demoJourneys.ts';
import { openInstance } from '../app/instance.ts';
import { officeAccounts } from '../demo/peopleStories.ts';
import { type Template, type TestDatabase, temporaryFolder, testDatabase } from '../platform/database/testing.ts';
import { type Device, openWindow } from './browser.ts';
import { ServerProcess, testEntry } from './serverProcess.ts';

const country = 'NP';
const password = 'correct-horse-battery-9';

/** A folder with the key of the made-up city: the same in every process of a run, as the city's database is. */
function folderWithKey(): { folder: string; keyFile: string } {
  const folder = temporaryFolder();
  const keyFile = join(folder, 'master.key');
  writeFileSync(keyFile, createHash('sha256').update('only in tests').digest('hex'));
  return { folder, keyFile };
}

/** The made-up city with what its office did so far, as `olle demo` makes it. */
const demoCity: Template = {
  name: 'demo_city',
  async fill(ownerUrl) {
    const { folder, keyFile } = folderWithKey();
    const configuration = readConfiguration({ OLLE_FOLDER: folder, OLLE_KEY_FILE: keyFile, OLLE_PORT: '0', DATABASE_URL: ownerUrl });
    const clock = new DemoClock();
    const instance = await openInstance(configuration, { log: () => undefined, serve: true, queue: true, clock: clock.now });
    try {
      await makeDemoCity(instance, {
        country,
        population: 1500,
        seed: 1,
        folder: join(folder, 'registers'),
        password,
        stories: true,
        clock,
      });
    } finally {
      await instance.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/**
 * The office of the made-up city, served. The city is made once in a test run; every file that opens the office gets a copy of it and a server
 * of its own, for its tests count what stands in lists.
 */
export class DemoOffice {
  readonly #environment: Readonly<Record<string, string>>;
  #database: TestDatabase | undefined;
  #server: ServerProcess | undefined;
  readonly password = password;

  constructor(environment: Readonly<Record<string, string>> = {}) {
    this.#environment = environment;
  }

  async open(): Promise<void> {
    this.#database = await testDatabase(demoCity);
    const { folder, keyFile } = folderWithKey();
    const environment = { ...this.#environment, DATABASE_URL: this.#database.ownerUrl, OLLE_KEY_FILE: keyFile };
    this.#server = new ServerProcess(folder, [...testEntry, '--pages'], environment);
    await this.#server.start().catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
  }

  async close(): Promise<void> {
    await this.#server?.stop();
    await this.#database?.drop();
    if (this.#server) rmSync(this.#server.folder, { recursive: true, force: true });
  }

  /** For a browser: it keeps secure cookies for `localhost`. */
  get address(): string {
    return this.#server!.address.replace('127.0.0.1', 'localhost');
  }

  /** The user name of the first account of a role, or of that account. */
  userName(role: string): string {
    if (role.includes('@')) return role;
    return officeAccounts(country).find((account) => account.role === role)!.email;
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
