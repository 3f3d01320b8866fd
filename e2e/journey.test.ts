/// <reference lib="dom" />
// One child's way from the first worry to a home that holds, over 24 months, as everybody of the office meets it on a screen: the worker on a
// phone, the supervisor at a desk, a partner on a phone. Each test goes on where the one before ended; the clock is the test's own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { builtPages } from '../app/build.ts';
import { readConfiguration } from '../app/configuration.ts';
import { foundPartners } from '../app/demoPartners.ts';
import { type Instance, openInstance } from '../app/instance.ts';
import { makePassword } from '../areas/accounts/server/passwords.ts';
import { createUser, foundCity } from '../areas/accounts/server/users.ts';
import { temporaryFolder, testDatabase } from '../platform/database/testing.ts';
import { addDays, type Role } from '../platform/decider/index.ts';
import { systemActor } from '../platform/ledger/ledger.ts';
import { act, choose } from './act.ts';
import { type Device, openBrowser, openWindow } from './browser.ts';
import { enterDay } from './days.ts';
import { say, sayNobodyIsInDanger, unfold } from './questionnaire.ts';
import { shows } from './shows.ts';

const start = '2026-11-23';
const password = makePassword();
const phone = { width: 390 };
const desk = { width: 1440 };
let today = start;
let [browser, instance, database]: [Browser?, Instance?, Awaited<ReturnType<typeof testDatabase>>?] = [];
/** The page of the case. */
let file = '';

const now = () => new Date(`${today}T04:00:00Z`);
const itIs = (days: number) => {
  today = addDays(start, days);
};

before(async () => {
  browser = await openBrowser();
  database = await testDatabase();
  const folder = temporaryFolder();
  instance = await openInstance(
    readConfiguration({ DATABASE_URL: database.ownerUrl, OLLE_FOLDER: folder, OLLE_KEY_FILE: `${folder}/master.key`, OLLE_PORT: '0' }),
    { log: () => undefined, serve: true, queue: true, pages: await builtPages(), clock: now },
  );
  const { services } = instance;
  const city = { name: 'Made-up City', country: 'NP', timeZone: 'Asia/Kathmandu' };
  await foundCity(services, city, { userName: 'keeper', name: 'Bikash Shakya', roles: ['administrator'] }, password);
  const partners = await foundPartners(services, 'NP', start);
  const people: [string, string, Role][] = [
    ['worker', 'Sarita Basnet', 'case-worker'],
    ['colleague', 'Dipak Chaudhary', 'case-worker'],
    ['boss', 'Indira Koirala', 'supervisor'],
    ['registrar', 'Hem Raj Bhandari', 'registrar'],
    ['house', 'Roshani Rai', 'partner'],
    ['officer', 'Kalpana Joshi', 'data-protection-officer'],
  ];
  for (const [userName, name, role] of people)
    await services.ledger.transaction(1, (tx) =>
      createUser(
        services,
        tx,
        systemActor(1),
        { userName, name, roles: [role], ...(role === 'partner' ? { organisation: partners.get('shelter')! } : {}) },
        password,
      ),
    );
});
after(async () => {
  await browser?.close();
  await instance?.stop();
  await database?.drop();
});

/** Does something as one of the office, in a window of its own that lives in the same time. */
async function as<T>(who: string, path: string, device: Device, work: (page: Page) => Promise<T>): Promise<T> {
  const { context, page, complaints } = await openWindow(browser!, device);
  try {
    await page.clock.setFixedTime(now());
    await page.goto(`${instance!.address!.replace('127.0.0.1', 'localhost')}${path}`);
    await page.locator('input[autocomplete=username]').fill(who);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.locator('.frame').waitFor();
    const result = await work(page);
    assert.deepEqual(complaints, []);
    return result;
  } finally {
    await context.close();
  }
}

const go = async (page: Page, to: string) => {
  await page.getByRole('navigation', { name: 'Pages of this case' }).getByRole('link', { name: to, exact: true }).click();
  await shows(page.locator('.tabs__tab[aria-current=page]'), to, { exact: true });
};

test('a registrar writes down a concern, and a worker takes it up on a phone', async () => {
  await as('registrar', '/cases/concerns/new', desk, async (page) => {
    await page.getByLabel('How the city heard about it').selectOption('call');
    await page.getByLabel('Name of the child').fill('Maya Rai');
    await page.getByLabel('What was reported').fill('Seen at the bus park with a stranger.');
    await page.getByRole('button', { name: 'Save the concern' }).click();
    await shows(page, 'Seen at the bus park');
  });
  await as('worker', '/', phone, async (page) => {
    await page.getByRole('link', { name: /^concern/ }).click();
    await page.getByRole('link', { name: 'Maya Rai' }).first().click();
    await act(page, 'Accept as a case', (form) => choose(form, 'Level of risk', /^High/), 'Open the case');
    await page.getByRole('heading', { name: 'Next steps' }).waitFor();
    file = new URL(page.url()).pathname;
  });
});

test('the worker writes down who is around the child, who acts for it, and what was agreed to', async () => {
  await as('worker', `${file}/safety`, phone, async (page) => {
    await act(page, 'Change', (form) => choose(form, 'With whom the child is', /^Alone/));
    await act(page, 'Name or correct', async (form) => {
      await form.getByLabel('Name', { exact: true }).fill('Sunita Rai');
      await form.getByLabel('Relation to the child').selectOption('aunt-or-uncle');
    });
    await act(page, 'Name or correct', async (form) => {
      await form.getByLabel('Name', { exact: true }).fill('Dil Rai');
      await form.getByLabel('Relation to the child').selectOption('father');
      await form.getByRole('checkbox', { name: 'Lives with the child' }).check();
    });
    await act(page, 'Is a suspect: Dil Rai', (form) => form.getByLabel('Why').fill('Took money from the recruiter.'));
    // The page knows it before the guardian is named.
    await page.getByRole('button', { name: 'Is a suspect: Dil Rai' }).waitFor({ state: 'detached' });
    await act(page, 'Name the guardian', async (form) => {
      assert.equal(await form.getByRole('radio', { name: /Dil Rai/ }).count(), 0, 'a suspect is not offered');
      await choose(form, 'Guardian', /Sunita Rai/);
      await form.getByLabel('Basis').selectOption('authority');
    });
    for (const purpose of ['case-work', 'sharing', 'family-tracing', 'interview'])
      for (const who of [/Sunita Rai/, /^The child/])
        await act(page, 'Ask for consent', async (form) => {
          await choose(form, 'Who was asked', who);
          await form.getByLabel('For what', { exact: true }).selectOption(purpose);
          if (purpose === 'sharing') await form.getByLabel('With whom').selectOption('shelter');
          for (const told of ['What it is for', 'What is done with the data', 'That consent can be withdrawn', 'How long data are kept'])
            await form.getByRole('checkbox', { name: told }).check();
          await choose(form, 'The answer', 'Agrees');
          await form.getByLabel('In which language').selectOption('ne');
          await choose(form, 'How', 'Spoken');
        });
  });
});

test('the screening says why the child is presumed a victim; the police decide, and that is recorded', async () => {
  await as('worker', `${file}/plan`, phone, async (page) => {
    await page.getByRole('link', { name: 'Screening for trafficking' }).click();
    await say(page, 'Is the child in danger here and now?', 'No');
    await say(page, 'Does the child need a doctor today?', 'No');
    await say(page, 'Is there a safe place for the child tonight?', 'Yes');
    await say(page, 'Is there a sign that the child may hurt themselves?', 'No');
    await say(page, 'How old is the child?', 'Under 18');
    await unfold(page, 'What was done with the child');
    await say(page, 'Did somebody bring the child from one place to another?', 'Yes');
    await unfold(page, 'Exploitation');
    await say(page, 'Does the child work far too long?', 'Yes');
    await say(page, 'Is the child paid little or nothing?', 'Yes');
    await shows(page, 'Presumed victim of trafficking');
    await page.getByLabel('The child', { exact: true }).check();
    await page.getByLabel('Language of the interview').selectOption('ne');
    await page.getByRole('radio', { name: 'No interpreter' }).check();
    await page.getByRole('button', { name: 'Record the answers' }).click();
    await page.getByRole('heading', { name: 'Result of the screening' }).waitFor();
    await go(page, 'Services and justice');
    await act(page, 'Record a formal decision', async (form) => {
      await choose(form, 'Decision', /^Victim/);
      await form.getByLabel('Kind of body').selectOption('police');
      await form.getByLabel('Name of the body').fill('District police');
      await form.getByLabel('Transported').check();
      await form.getByLabel('Forced labour').check();
      await form.getByLabel('Reasons').fill('Found at the kiln.');
    });
    await shows(page, 'District police');
  });
});

/** Assesses the needs: danger first, then one step for each domain. */
async function assess(page: Page, safety: string) {
  await page.getByRole('link', { name: 'Assess needs' }).click();
  await sayNobodyIsInDanger(page);
  await page
    .getByRole('group', { name: 'Is the child safe?' })
    .getByRole('radio', { name: new RegExp(`^${safety} `) })
    .check();
  await page.getByRole('group', { name: 'How is it at school?' }).getByRole('radio', { name: /^3 / }).check();
  await page.getByRole('checkbox', { name: 'None of these' }).check();
  await page.getByRole('checkbox', { name: 'The child', exact: true }).check();
  await page.getByLabel('Language of the interview').selectOption('ne');
  await page.getByRole('radio', { name: 'No interpreter' }).check();
  await page.getByRole('button', { name: 'Record the answers' }).click();
  await page.waitForURL('**/plan#plan');
}
const answerApproval = (subject: string) =>
  as('boss', `${file}/plan`, desk, async (page) => {
    await shows(page, subject, { exact: true });
    await act(page, /^Answer/, (form) => choose(form, /./, 'Approved'));
    await shows(page, 'Approved');
  });

test('a plan is made, a supervisor approves it, gives the case to a colleague and back', async () => {
  itIs(3);
  await as('worker', `${file}/plan`, phone, async (page) => {
    await assess(page, '1');
    await act(page, 'Set a goal', async (form) => {
      await form.getByLabel('Domain').selectOption('safety');
      await form.getByLabel('Goal').fill('Lives safely with her aunt');
      await enterDay(form, 'Due', addDays(start, 200));
    });
    await act(page, 'Ask for approval', (form) => choose(form, /./, 'The plan'));
    await shows(page, 'Waiting for an answer');
  });
  await answerApproval('The plan');
  const give = (name: string) =>
    as('boss', file, desk, (page) =>
      act(page, 'Give to another worker', (form) => form.getByLabel('Worker').selectOption({ label: name }), 'Give'),
    );
  await give('Dipak Chaudhary');
  await as('worker', '/cases', phone, async (page) => {
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    assert.equal(await page.getByText('Maya Rai').count(), 0, 'it is not her case any more');
  });
  await as('colleague', '/cases', phone, (page) => page.getByRole('link', { name: 'Maya Rai' }).waitFor());
  await give('Sarita Basnet');
});

test('a partner is told what it needs, helps, and can see nothing else', async () => {
  await as('worker', `${file}/services`, phone, async (page) => {
    await page.getByRole('link', { name: 'Refer to a partner' }).click();
    await page.getByLabel('Service').selectOption({ label: 'Family counselling' });
    await page.getByLabel('Suryatal Safe House').check();
    await page.getByLabel('What the child needs').check();
    await page.getByRole('textbox', { name: 'What the child needs' }).fill('A talk with the aunt.');
    await page.getByLabel('Request').fill('Please speak with the family.');
    await page.getByRole('group', { name: 'Urgency' }).getByRole('radio').last().check();
    await page.getByRole('button', { name: 'Refer', exact: true }).click();
    await shows(page, 'Please speak with the family.');
  });
  await as('house', '/', phone, async (page) => {
    await page
      .getByRole('link', { name: /name was not shared/ })
      .first()
      .click();
    await shows(page, 'A talk with the aunt.');
    await act(page, 'Accept referral', async () => undefined, 'Accept referral');
    await act(
      page,
      'Record what was done',
      (form) => form.getByLabel('What was done').fill('We spoke for an hour.'),
      'Record what was done',
    );
    const id = file.split('/').at(-1)!;
    const tried = await page.evaluate(async (id) => {
      const answers: number[] = [];
      for (const path of ['', '/overview', '/plan', '/protection']) answers.push((await fetch(`/api/cases/case/${id}${path}`)).status);
      for (const path of [`/api/referrals/case/${id}/services`, `/api/papers/case/${id}`]) answers.push((await fetch(path)).status);
      answers.push((await fetch('/api/office/team')).status);
      return answers;
    }, id);
    assert.ok(
      tried.every((status) => status === 403 || status === 404),
      tried.join(' '),
    );
    // Their own Today knows of the referral, and of no case.
    const queue = await page.evaluate(async () => await (await fetch('/api/office/today')).text());
    assert.match(queue, /"\/referrals/);
    for (const hidden of ['Maya', 'Rai', '/cases/', id]) assert.ok(!queue.includes(hidden), hidden);
    await page.goto(new URL(file, page.url()).href);
    await page.getByRole('heading', { name: 'Not for your role' }).waitFor();
    await page.goBack();
    await act(page, 'All done', (form) => form.getByRole('radio', { name: 'The child was helped', exact: true }).check(), 'All done');
    await shows(page, 'Nothing about the child is shown any more.');
  });
});

test('the child is placed, what is best for it is determined, and it goes home to its aunt', async () => {
  itIs(12);
  const assess = (page: Page, name: string, kind: string, carer?: string) =>
    act(page, 'Assess a place', async (form) => {
      await form.getByLabel('Name of the place or family').fill(name);
      await form.getByLabel('Kind of care').selectOption(kind);
      if (carer) await form.getByLabel('Who lives there or is responsible for it').selectOption({ label: carer });
      await form.getByLabel('Assessed by').fill('Sarita Basnet');
      await choose(form, 'Is it safe?', 'Safe');
      await form.getByLabel('Reasons and conditions').fill('Seen by day and by night.');
    });
  await as('worker', `${file}/safety`, phone, async (page) => {
    await assess(page, 'Suryatal Safe House', 'shelter');
    await act(page, 'Place the child', async (form) => {
      await choose(form, 'Place', /Suryatal Safe House/);
      await form.getByLabel('Why').fill('Not safe at home.');
      await form.getByLabel('Who is responsible for the child there').fill('Roshani Rai');
    });
    await act(page, 'Assess best interests', async (form) => {
      await choose(form, 'Was the child heard?', 'The child was heard');
      await form.getByLabel('What the child says').fill('To my aunt.');
      await form.getByLabel('What was weighed').fill('Safe at the shelter; the aunt wants her.');
      await form.getByLabel('What is best, and what follows').fill('The aunt.');
      await enterDay(form, 'To be reviewed by', addDays(today, 30));
    });
    await act(page, 'Determine best interests', async (form) => {
      for (const [i, name] of ['Indira Rana', 'Bina Shrestha', 'Sunita Rai'].entries())
        await form.getByLabel('Name', { exact: true }).nth(i).fill(name);
      await form.getByRole('button', { name: 'Add a person' }).click();
      await form.getByLabel('Role').nth(3).selectOption('teacher');
      await form.getByLabel('Name', { exact: true }).nth(3).fill('Kamala Thapa');
      await choose(form, 'Was the child heard?', 'The child was heard');
      await form.getByLabel('What the child says').fill('To my aunt.');
      await form.getByLabel('Options considered').fill('The shelter; the aunt.');
      await choose(form, 'Durable solution', 'Reunification with the family');
      await form.getByLabel('Option found to be best').fill('The aunt.');
      await choose(form, "The child's wish", 'It is followed');
      await enterDay(form, 'To be reviewed by', addDays(today, 60));
    });
    await assess(page, 'House of the aunt', 'kin', 'Sunita Rai');
    await act(page, 'Name or correct: Dil Rai', (form) => form.getByRole('checkbox', { name: 'Lives with the child' }).uncheck());
  });
  await as('boss', `${file}/safety`, desk, (page) =>
    act(page, 'Decide the durable solution', (form) => choose(form, 'Durable solution', 'Reunification with the family')),
  );
  await as('worker', `${file}/safety`, phone, async (page) => {
    await act(page, 'Prepare the return', async (form) => {
      for (const ready of ['The child knows', 'The family knows', 'Somebody accompanies', 'A safety plan'])
        await form.getByRole('checkbox', { name: ready }).check();
    });
    await act(page, 'Record the return', async (form) => {
      await choose(form, 'Where to', /House of the aunt/);
      await choose(form, 'To whom', /Sunita Rai/);
      await form.getByLabel('Who accompanied the child').fill('Sarita Basnet');
      await form.getByLabel('Handover').fill('At the ward office, with the aunt.');
    });
    await shows(page, 'The child returned home on');
  });
});

test('for two years the child is visited on the schedule, each visit found on the first page', async () => {
  for (const days of [24, 46, 104, 196, 378, 561, 742]) {
    itIs(days);
    await as('worker', '/', phone, async (page) => {
      await page.getByRole('link', { name: 'Visit: Maya Rai' }).first().click();
      await say(page, 'Where', 'Where the child lives');
      await say(page, 'Was the child seen?', 'Seen, spoke alone');
      await sayNobodyIsInDanger(page);
      const scales = page.getByRole('group').filter({ has: page.getByRole('radio', { name: /^4 / }) });
      for (let i = (await scales.count()) - 1; i >= 0; i--) await scales.nth(i).getByRole('radio').nth(4).check();
      await page
        .getByRole('group', { name: /^The other/ })
        .getByRole('radio')
        .first()
        .check();
      await page.getByLabel('Language of the interview').selectOption('ne');
      await page.getByRole('radio', { name: 'No interpreter' }).check();
      await page.getByRole('button', { name: 'Record the answers' }).click();
      await page.waitForURL(/\/plan#follow-up$/);
    });
  }
  await as('worker', `${file}/plan`, phone, async (page) => {
    await page.locator('.domain-lines').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Record the visit' }).count(), 0, 'all seven were made');
  });
});

test('nothing stands in the way any more: the supervisor approves, and the worker closes the file', async () => {
  await as('worker', `${file}/plan`, phone, async (page) => {
    await act(page, /^Close the goal/, (form) => choose(form, /./, 'Met'));
    await assess(page, '4');
    await act(page, 'Record closing interview', async (form) => {
      await choose(form, 'The child', 'Agrees');
      await choose(form, 'The carer', 'Agrees');
      await form.getByLabel('Whom they can turn to').fill('The ward office');
    });
    await act(page, 'Ask for approval', async (form) => {
      await choose(form, /./, 'Closing the case');
      await form.getByLabel('Reason for closing').selectOption('goals-met');
    });
  });
  await answerApproval('Closing the case: Goals met, child safe');
  await as('worker', file, phone, async (page) => {
    await act(
      page,
      'Close the case',
      async (form) => {
        assert.equal(await form.getByText('Before it can be closed').count(), 0);
        await form.getByLabel('Reason for closing').selectOption('goals-met');
        await form.getByLabel('Summary').fill('Safe with her aunt, back at school.');
      },
      'Close the case',
    );
    await shows(page, 'Closed on');
  });
});

test('the data-protection officer reads who looked, in words', async () => {
  await as('officer', '/accounts/readings', desk, async (page) => {
    await shows(page, 'A case: post-reunification follow-up');
    assert.equal(await page.getByText('Maya').count(), 0);
    await page.getByLabel('Who').selectOption({ label: 'Roshani Rai' });
    // Of those before none is left: the partner was shown no page of the case.
    await page
      .getByText(/^A case/)
      .first()
      .waitFor({ state: 'detached' });
    await shows(page, 'A referral');
  });
});
