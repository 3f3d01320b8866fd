/// <reference lib="dom" />
// A screening on a phone, from the first question to the formal decision; a visit on top of an assessment; a version of a city's own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCaseOf } from './act.ts';
import { officeInBrowser } from './officeInBrowser.ts';
import { say, sayNobodyIsInDanger, unfold } from './questionnaire.ts';
import { shows } from './shows.ts';
import { isSound } from './sound.ts';

const { office, as } = officeInBrowser();
/** The page of the case that the first test opens. */
let file = '';

test('a case worker screens on a phone, goes on another time, and sees why the child is presumed a victim', async () => {
  await as(
    'case-worker',
    '/cases/open',
    async (page) => {
      file = await openCaseOf(page, 'Nima', 'Carries bricks at the kiln.');
      await page.getByRole('link', { name: 'Assessment and plan' }).click();
      await shows(page, 'No questionnaire filled in yet');
      await isSound(page);
      await page.getByRole('link', { name: 'Screening for trafficking' }).click();

      const first = await page.getByRole('group', { name: 'Is the child in danger here and now?' }).boundingBox();
      assert.ok(first && first.y + first.height <= 844 - 64, 'the first question is on the first screen');
      await page.getByRole('radio', { name: 'No interpreter' }).check();
      await page.getByRole('button', { name: 'Record the answers' }).click();
      await shows(page, '5 answers are missing');
      await isSound(page);
      await say(page, 'Is the child in danger here and now?', 'No');
      await say(page, 'Does the child need a doctor today?', 'No');
      await say(page, 'Is there a safe place for the child tonight?', 'Yes');
      await say(page, 'Is there a sign that the child may hurt themselves?', 'No');
      await say(page, 'How old is the child?', 'Under 18');
      assert.equal(await page.getByRole('group', { name: 'Does the child seem afraid' }).count(), 0);
      await say(page, 'Who is with the child?', 'Somebody else');
      await say(page, 'Does the child seem afraid of that person?', 'Yes');
      // Why the child may not be asked what happened, and what opens it, is said before anything is typed.
      await shows(page, 'It is not recorded whether this child is with their family');
      await page.getByRole('link', { name: 'See what is missing under Protection' }).waitFor();
      await page.getByRole('button', { name: 'Go on without questioning the child' }).click();
      await shows(page, 'Sexual exploitation');
      await shows(page, 'Draft kept');

      await page.goto(`${office.address}${file}/plan`);
      await page.getByRole('link', { name: 'Go on' }).click();
      const age = page.getByRole('group', { name: 'How old is the child?' });
      await age.getByRole('radio', { name: 'Under 18', checked: true }).waitFor({ state: 'attached' });
      await unfold(page, 'What was done with the child');
      await say(page, 'Did somebody bring the child from one place to another?', 'Yes');
      await unfold(page, 'Exploitation');
      await say(page, 'Does the child work far too long?', 'Yes');
      await say(page, 'Is the child paid little or nothing?', 'Yes');
      await isSound(page);
      await unfold(page, 'In words');
      await page.getByLabel('What the child said').fill('I want to go to my grandmother.');
      await shows(page, 'Presumed victim of trafficking');
      await shows(page, 'This is no verdict.');
      await page.getByRole('checkbox', { name: 'Somebody else', exact: true }).check();
      await page.getByLabel('Language of the interview').selectOption('ne');
      await page.getByRole('radio', { name: 'No interpreter' }).check();
      await isSound(page);
      await page.getByRole('button', { name: 'Record the answers' }).click();
      await page.getByRole('heading', { name: 'Result of the screening' }).waitFor();
      await shows(page, 'Is the child paid little or nothing?');
      assert.equal(await page.getByText('Go on').count(), 0, 'the draft is gone');
      await page.getByText('Screening for trafficking').last().click();
      await shows(page, 'I want to go to my grandmother.');
      await isSound(page);
    },
    { width: 390 },
  );
});

test('a formal decision is recorded with what it rests on, and its appeal', async () => {
  await as('case-worker', `${file}/identification`, async (page) => {
    await shows(page, 'not decided yet');
    await page.getByRole('button', { name: 'Record a formal decision' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Victim', exact: true }).check();
    await dialog.getByLabel('Kind of body').selectOption('police');
    await dialog.getByLabel('Name of the body').fill('District police');
    await dialog.getByLabel('Transported').check();
    await dialog.getByLabel('Forced labour').check();
    await dialog.getByLabel('Is the child paid little or nothing?').check();
    await dialog.getByLabel('Reasons').fill('Found at the kiln.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await shows(page, 'District police');
    await isSound(page);
    await page.getByRole('button', { name: 'Record a review or appeal' }).click();
    await dialog.getByRole('group', { name: 'What was asked for' }).getByRole('radio').first().check();
    await dialog.getByLabel('Why').fill('She was not heard.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Record how the review ended' }).waitFor();
  });
});

test('what the child needs and a visit make a picture of how the child fares', async () => {
  await as(
    'case-worker',
    `${file}/plan`,
    async (page) => {
      await page.getByRole('link', { name: 'Follow-up visit' }).first().click();
      await say(page, 'Where', 'Where the child lives');
      await say(page, 'Was the child seen?', 'Seen, spoke alone');
      await sayNobodyIsInDanger(page);
      await say(page, /^The other/, 'Ask about them');
      const scales = page.getByRole('group').filter({ has: page.getByRole('radio', { name: /^4 / }) });
      const count = await scales.count();
      assert.equal(count, 10, 'every domain is asked about where it is wanted');
      for (let i = 0; i < count; i++) await scales.nth(i).getByRole('radio').nth(4).check();
      await isSound(page);
      await page.getByRole('radio', { name: 'No interpreter' }).check();
      await page.getByRole('button', { name: 'Record the answers' }).click();
      await shows(page, 'No domain needs help now');
      await page.locator('summary', { hasText: 'The same as a table' }).first().click();
      await isSound(page);
    },
    { width: 390 },
  );
});

test('a child who is alone is asked about their safety only; what others told is kept for another day', async () => {
  await as(
    'case-worker',
    `${file}/assessment`,
    async (page) => {
      await page.evaluate(async (id) => {
        const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: string };
        const answer = await fetch(`/api/cases/case/${id}/record-situation`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
          body: JSON.stringify({ commandId: id, input: { situation: 'unaccompanied' } }),
        });
        if (!answer.ok) throw new Error(await answer.text());
      }, file.split('/').at(-1)!);
      await page.getByRole('link', { name: 'Screening for trafficking' }).click();
      await say(page, 'Is the child in danger here and now?', 'No');
      await shows(page, 'This child is alone or separated and has no guardian yet');
      assert.equal(await page.locator('details.section').count(), 0, 'nothing further is asked');
      await isSound(page);
      await page.getByRole('button', { name: 'Go on without questioning the child' }).click();
      await unfold(page, 'What was done with the child');
      await say(page, 'Did somebody bring the child', 'Yes');
      await page.getByRole('button', { name: 'Keep and go on later' }).click();
      await shows(page, '2 answers');
    },
    { width: 390 },
  );
});

test('a supervisor takes in a version from a file: faults are shown with their places, then it holds from its day', async () => {
  await as('supervisor', '/forms/questionnaires', async (page) => {
    await shows(page, 'Comes with Olle');
    await isSound(page);
    const answer = await page.evaluate(async () => await (await fetch('/api/forms/questionnaires/visit/olle-2')).json());
    const { content } = answer as { content: { sections: { questions: { tier: string; name: string }[] }[] } };
    await page.getByRole('link', { name: 'Take in a version' }).click();
    const choose = async (text: string) =>
      await page.locator('input[type=file]').setInputFiles({ name: 'visit.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await choose('{');
    await shows(page, 'This is no JSON file.');
    const spoiled = structuredClone(content);
    spoiled.sections[0]!.questions.at(-1)!.tier = 'coded';
    await choose(JSON.stringify(spoiled));
    await shows(page, '/sections/0/questions/4/tier');
    await shows(page, 'Free text is never kept in clear');
    await isSound(page);
    await choose(JSON.stringify({ ...content, version: 'city-1' }));
    await page.getByLabel('Why', { exact: true }).fill('Decided by the council.');
    await page.getByRole('button', { name: 'Take in', exact: true }).click();
    await shows(page, 'city-1');
    await shows(page, 'Decided by the council.');
  });
});
