import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';

const { office, openWindow } = officeInBrowser();

/** Does something on a phone that loses its network, of which only the browser complains. */
async function as(role: string, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { context, page, complaints } = await openWindow({ width: 390 });
  await office.signIn(page, role, path);
  await work(page);
  assert.deepEqual(
    complaints.filter((one) => !one.includes('net::ERR_INTERNET_DISCONNECTED')),
    [],
  );
  await context.close();
}

test('where there is no connection a form says so in place, keeps what was typed, and sends it once when it is pressed again', async () => {
  await as('case-worker', '/cases?mine=true', async (page) => {
    await page.locator('main table a').first().click();
    await page.getByRole('button', { name: 'Write a note' }).click();
    const dialog = page.getByRole('dialog');
    const note = dialog.getByLabel('Note');
    await note.waitFor();
    await page.context().setOffline(true);
    await shows(dialog, 'No connection.');
    await note.fill('Called at seven; all is well.');
    const send = dialog.locator('button[type=submit]');
    await send.click();
    await shows(
      dialog.getByRole('alert'),
      'Not sent: no connection. What you typed is kept on this device; it is sent when you press again.',
    );
    assert.equal(await note.inputValue(), 'Called at seven; all is well.');

    // Closed and opened again, also without a connection, it is still there.
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Write a note' }).click();
    await shows(dialog, 'is here again');
    assert.equal(await note.inputValue(), 'Called at seven; all is well.');
    await page.context().setOffline(false);
    await dialog.getByText('No connection.').waitFor({ state: 'detached' });
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Called at seven; all is well.').first().waitFor();
    assert.equal(await page.getByText('Called at seven; all is well.').count(), 1);
  });
});

test('an act that asks nothing says where it was pressed that it was not sent', async () => {
  await as('supervisor', '/office/news', async (page) => {
    await page.getByRole('button', { name: 'Mark all as read' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await shows(page, 'Not sent: no connection. Press again when you have one.');
    await page.context().setOffline(false);
  });
});
