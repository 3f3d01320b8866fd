/// <reference lib="dom" />
// Access, erasure by two people, and a code besides the password, in a browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { office, as, openWindow } = officeInBrowser();

test('a person is found, given access to, and erased by two people', async () => {
  const name = await as('data-protection-officer', '/people', async (page) => {
    await page.getByRole('searchbox').first().fill('Tamang');
    await page.keyboard.press('Enter');
    await page.locator('main a[href^="/people/0"]').first().click();
    await page.getByRole('link', { name: 'Access and erasure' }).click();
    await page.getByRole('heading', { name: 'What is held' }).waitFor();
    await isSound(page);
    const title = (await page.locator('h1').textContent()) ?? '';
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'To read and print' }).click()]);
    assert.ok(!file.suggestedFilename().includes(title));
    const text = readFileSync((await file.path())!, 'utf8');
    assert.ok(text.includes(title) && text.includes('Rows of registers'), 'the packet names the person and what is held');
    assert.ok(text.includes('Row added'), 'and says what happened in the sentences of histories');
    await page.getByRole('button', { name: 'Place a hold' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('The court may ask for the file.');
    await page.getByRole('dialog').getByRole('button', { name: 'Place a hold' }).click();
    await page.getByRole('link', { name: 'Open the hold' }).click();
    await page.getByRole('button', { name: 'Lift the hold' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('The court has decided.');
    await page.getByRole('dialog').getByRole('button', { name: 'Lift the hold' }).click();
    await shows(page, 'Why it was lifted');
    await shows(page.getByRole('region', { name: 'History' }), 'Hold lifted');
    await isSound(page);
    await page.getByRole('link', { name: 'What is held about a person' }).click();
    await page.getByRole('button', { name: 'Request erasure' }).click();
    await page.getByRole('dialog').getByRole('radio').first().check();
    await page.getByRole('dialog').getByLabel('Why').fill('Kept for longer than our rules say.');
    await page.getByRole('dialog').getByRole('button', { name: 'Request', exact: true }).click();
    await page.getByRole('link', { name: 'An erasure is waiting: open it' }).click();
    await shows(page, 'You requested this yourself');
    assert.equal(await page.getByRole('button', { name: 'Erase permanently' }).count(), 0);
    await isSound(page);
    return title;
  });
  await as(
    'supervisor',
    '/',
    async (page) => {
      // More waits in the demo than its first lines.
      await page
        .getByRole('button', { name: /^\d+ more$/ })
        .first()
        .click();
      await page.getByRole('listitem').filter({ hasText: 'An erasure waits for a second person' }).getByRole('link').first().click();
      await shows(page.locator('h1'), name);
      await isSound(page);
      await page.getByRole('button', { name: 'Erase permanently' }).click();
      await shows(page, 'This cannot be undone');
      await isSound(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Erase permanently' }).click();
      await shows(page, 'Keys destroyed');
      await shows(page.locator('h1'), 'Somebody who was erased');
      await isSound(page);
    },
    { width: 390 },
  );
});

test('holds and the list stand in Urdu, on a phone, in the dark', async () => {
  await as('data-protection-officer', '/protection', isSound, { width: 390, theme: 'dark', language: 'ur' });
});

test('a case worker adds a code, and is asked for it at the next sign-in', async () => {
  const { context, page, complaints } = await openWindow({ width: 390, checked: true });
  await office.signIn(page, 'registrar', '/accounts/second-factor');
  await page.getByRole('button', { name: 'Add a second factor' }).click();
  await page.locator('input[type=password]').fill(office.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  const secret = ((await page.locator('form code').textContent()) ?? '').replaceAll(' ', '');
  const code = (later: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later });
  await isSound(page);
  await page.locator('input[autocomplete=one-time-code]').fill(code(0));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await shows(page, 'They are shown only once');
  assert.equal(await page.locator('.codes code').count(), 10);
  await isSound(page);
  await page.getByRole('button', { name: 'I have written them down' }).click();
  await shows(page, '10 recovery codes are left');
  await context.clearCookies();
  await page.goto(`${office.address}/`);
  await page.locator('input[autocomplete=username]').fill(office.userName('registrar'));
  await page.locator('input[type=password]').fill(office.password);
  await page.locator('button[type=submit]').click();
  await page.locator('input[autocomplete=one-time-code]').waitFor();
  await isSound(page);
  await page.locator('input[autocomplete=one-time-code]').fill(code(30_000));
  await page.locator('button[type=submit]').click();
  await page.locator('.frame').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('an administrator sees who has one, and asks it of a role', async () => {
  await as('administrator', '/accounts', async (page) => {
    await page.getByRole('row').filter({ hasText: 'second factor' }).getByRole('link').click();
    await page.getByRole('button', { name: 'Reset second factor' }).waitFor();
    await isSound(page);
    await page.goBack();
    await page.getByRole('checkbox', { name: 'Supervisor' }).check({ force: true });
    await page.getByRole('button', { name: 'Save' }).click();
    await shows(page, 'Saved');
  });
  const { context, page } = await openWindow({ width: 390, checked: true });
  await page.goto(`${office.address}/`);
  await page.locator('input[autocomplete=username]').fill(office.userName('supervisor'));
  await page.locator('input[type=password]').fill(office.password);
  await page.locator('button[type=submit]').click();
  await shows(page, 'Your role requires a code');
  await isSound(page);
  await context.close();
});
