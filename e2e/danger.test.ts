/// <reference lib="dom" />
// A screening finds danger: the supervisor's phone says so at once, the case is red until somebody records what was done.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCaseOf } from './act.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { say } from './questionnaire.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { as } = officeInBrowser();
const phone = { width: 390 };
/** From the answer of the server to the word on the other screen: 0.3 s on a quiet machine; the rest is for one that does much else. */
const withinMs = 5000;

test('a screening finds danger; within a second the supervisor’s phone says so; each danger is answered, and the case is red until then', async () => {
  await as(
    'supervisor',
    '/',
    async (supervisor) => {
      const line = supervisor.getByRole('region', { name: 'Now', exact: true }).getByRole('link', { name: 'Tara', exact: true });
      await supervisor.getByRole('link', { name: 'open cases' }).waitFor();
      assert.equal(await line.count(), 0);
      await as(
        'case-worker',
        '/cases/open',
        async (page) => {
          await openCaseOf(page, 'Tara', 'Sleeps at the bus park.');
          await page.getByRole('link', { name: 'Assessment and plan' }).click();
          await page.getByRole('link', { name: 'Screening for trafficking' }).click();
          await say(page, 'Is the child in danger here and now?', 'Yes');
          // What to do is said where it is answered, before anything is sent.
          await shows(page, 'Stay with them. Call the emergency number');
          await say(page, 'Does the child need a doctor today?', 'No');
          await say(page, 'Is there a safe place for the child tonight?', 'No');
          await say(page, 'Is there a sign that the child may hurt themselves?', 'No');
          await say(page, 'How old is the child?', 'Under 18');
          await isSound(page, 'danger-answered-phone');
          await page.getByLabel('Language of the interview').selectOption('ne');
          await page.getByRole('radio', { name: 'No interpreter' }).check();
          await page.getByRole('button', { name: 'Record the answers' }).click();
          const whom = page.getByRole('group', { name: 'Who was interviewed' });
          await whom.getByText('Check the marked fields').waitFor();
          await whom.getByRole('checkbox', { name: 'Somebody else', exact: true }).check();
          const recorded = page.waitForResponse((answer) => answer.url().endsWith('/answer-questionnaire') && answer.ok());
          await page.getByRole('button', { name: 'Record the answers' }).click();
          await recorded;
          const since = performance.now();
          await line.waitFor();
          const took = performance.now() - since;
          assert.ok(took < withinMs, `the phone said so after ${Math.round(took)} ms`);
          await isSound(supervisor, 'danger-today-phone');
          // The worker is led to what to do.
          const banner = page.locator('.dangers').getByRole('listitem').filter({ hasText: 'In danger now' });
          await banner.waitFor();
          await shows(page, 'Is the child safe? No: a danger was found');
          await isSound(page, 'danger-case-phone');
          await page.getByRole('button', { name: 'Set the risk level to high' }).click();
          await shows(page, 'Risk level set to high');
        },
        phone,
      );
      await line.click();
      await supervisor.getByRole('heading', { name: 'Tara' }).waitFor();
      await shows(supervisor, 'Is the child safe? No: a danger was found');
      await isSound(supervisor, 'danger-supervisor-phone');
      for (const danger of ['In danger now', 'No safe place']) {
        await supervisor.getByRole('button', { name: `Record what was done: ${danger}` }).click();
        await supervisor.getByRole('textbox', { name: 'What was done' }).fill('Brought to Hope House; Asha stays with them.');
        await supervisor.getByRole('button', { name: 'Save' }).click();
        await supervisor.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await supervisor.getByText('Is the child safe? No: a danger was found').waitFor({ state: 'detached' });
      await supervisor.goto(new URL('/', supervisor.url()).href);
      await supervisor.getByRole('link', { name: 'open cases' }).waitFor();
      assert.equal(await line.count(), 0);
    },
    phone,
  );
});
