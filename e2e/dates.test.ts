/// <reference lib="dom" />
// Dates in a city of Nepal: entered in Bikram Sambat on a phone, read on the record's page with the Gregorian date beside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cityToday, enterDay } from './days.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { as } = officeInBrowser({});

const phone = { width: 390, checked: true };

test('a birth is entered in Bikram Sambat, said in both calendars, and a day that a month does not have is no day', async () => {
  await as(
    'registrar',
    '/cases/concerns/new',
    async (page) => {
      await page.getByLabel('Name of the child').fill('Maya Rai');
      const born = page.getByRole('group', { name: 'Date of birth', exact: true });
      await enterDay(page, 'Date of birth', '2014-05-19');
      await shows(born, 'May 19, 2014 in the Gregorian calendar');
      await born.getByLabel('Day').fill('32');
      await shows(born.getByRole('alert'), 'Jestha 2071 has 31 days.');
      await page.getByLabel('How the city heard about it').selectOption('call');
      await page.getByLabel('What was reported').fill('Seen at the bus park with a stranger.');
      await page.getByRole('button', { name: 'Save the concern' }).click();
      await page.locator('fieldset[data-wrong]').waitFor();
      // The same day by the other calendar is the same.
      await born.getByRole('button', { name: 'Enter a Gregorian date' }).click();
      await born.getByLabel('Year').fill('2014');
      await born.getByLabel('Month').selectOption('5');
      await born.getByLabel('Day').fill('19');
      await shows(born, 'Jestha 5, 2071 BS (May 19, 2014)');
      await born.getByRole('button', { name: 'Enter a Bikram Sambat date' }).click();
      assert.deepEqual([await born.getByLabel('Year').inputValue(), await born.getByLabel('Day').inputValue()], ['2071', '5']);
      // Only the month is known.
      await born.getByLabel('Day').fill('');
      await shows(born, 'May 15, 2014 – Jun 14, 2014 in the Gregorian calendar');
      await isSound(page, 'phone-bikram-sambat');
      await page.getByRole('button', { name: 'Save the concern' }).click();
      await page.getByRole('link', { name: 'Maya Rai' }).first().click();
      await page.getByText('Jestha 2071 BS (May 15, 2014 – Jun 14, 2014)').first().waitFor();
    },
    phone,
  );
});

test('an administrator chooses the calendar, and pages follow it at once', async () => {
  await as('administrator', '/accounts/areas', async (page) => {
    await enterDay(page, 'From which day', await cityToday(page));
    await page.getByRole('link', { name: 'The city' }).click();
    await page.getByLabel('Calendar for dates').selectOption('gregorian');
    await page.getByRole('button', { name: 'Save the city' }).click();
    await shows(page, 'Saved. Lists are updated in a moment.');
    await page.getByRole('link', { name: 'Areas in use' }).click();
    await page.getByLabel('From which day').fill(await cityToday(page));
    assert.equal(await page.getByRole('group', { name: 'From which day' }).count(), 0);
  });
});
