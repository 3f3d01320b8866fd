import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Device, openBrowser, openWindow } from './browser.ts';
import { DemoOffice } from './demoOffice.ts';

/**
 * The office of the made-up city and a browser, from before the first test of a file until after its last. `as` does something as the first
 * account of a role, in a window of its own: a usual one, but for what is said of the device.
 */
export function officeInBrowser(usual: Device = { checked: true }, launch: Parameters<typeof openBrowser>[0] = {}) {
  const office = new DemoOffice();
  let browser: Browser;
  before(async () => {
    browser = await openBrowser(launch);
    await office.open();
  });
  after(async () => {
    await browser?.close();
    await office.close();
  });
  return {
    office,
    as: <T>(role: string, path: string, work: (page: Page) => Promise<T>, device: Device = {}): Promise<T> =>
      office.as(browser, role, path, work, { ...usual, ...device }),
    openWindow: (device?: Device) => openWindow(browser, device),
  };
}
