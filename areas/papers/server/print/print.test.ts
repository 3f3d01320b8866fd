import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, type Persona, testOffice } from '../../../../app/testing.ts';
import { printSections } from '../../domain/sections.ts';

const id = uuidv7();

const olle = testOffice();
const worker = olle.as('case-worker');
olle.before(async () => {
  const born = { first: '2018-01-01', last: '2018-12-31' };
  const actions = [{ what: 'Visit the family', who: worker.actor.id, due: '2026-11-30' }];
  await openCase(worker, { name: 'Canarywan Ownfolk', born, concern: 'Offered work abroad. #import "x" $a$ \\n', actions }, id);
  await give('note', { text: 'Said that the uncle pays.' });
});

const give = (name: string, input: object) => done(worker.command('cases.case', id, name, input));
/** Prints, and gives the text of the PDF, or the code of the refusal. */
async function printed(who: Persona, body: object): Promise<string> {
  const { status, body: answer, bytes, headers } = await who.post<{ code: string }>(`/api/papers/case/${id}/print`, body);
  if (status !== 200) return answer.code;
  assert.match(String(headers['content-disposition']), /^attachment; filename="case-[0-9a-f]{8}\.pdf"$/);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
}
const readings = async () =>
  (await olle.owner.query<{ why: string }>("select why from read_log where $1 = any(ids) and why like 'case printed%'", [id])).rows.map(
    (row) => row.why,
  );

test('a summary shows the sections that were chosen and no others, who printed it and when; the reading is noted', async () => {
  const text = await printed(worker, { language: 'en', sections: ['concern', 'child', 'actions'] });
  for (const words of [
    'Made-up City',
    'Case summary',
    'Canarywan Ownfolk',
    'Offered work abroad. #import "x" $a$ \\n',
    'Visit the family',
    'Printed by',
    'Mangsir 7, 2083 BS (Nov 23, 2026), 08:45',
    'Page 1 of 1',
  ])
    assert.ok(text.includes(words), `${words} in ${text}`);
  assert.ok(!text.includes('uncle'));
  assert.ok((await printed(worker, { language: 'en', sections: ['notes'] })).includes('Said that the uncle pays.'));
  assert.deepEqual(await readings(), ['case printed, summary', 'case printed, summary']);
});

test('a summary speaks every language of the product', async () => {
  assert.ok((await printed(worker, { language: 'ko', sections: ['child'] })).includes('사례 요약'));
  assert.notEqual(await printed(worker, { language: 'ur', sections: ['child'] }), '');
});

test('a web page holds what the paper holds, in the direction of its language, and nothing in it is carried out', async () => {
  const body = { language: 'ur', format: 'html', sections: ['child', 'concern', 'actions'] };
  const { status, body: page, headers } = await worker.post<string>(`/api/papers/case/${id}/print`, body);
  assert.equal(status, 200);
  assert.match(String(headers['content-type']), /^text\/html/);
  assert.match(String(headers['content-disposition']), /^attachment; filename="case-[0-9a-f]{8}\.html"$/);
  assert.match(String(headers['content-security-policy']), /^sandbox/);
  assert.match(page, /<html lang="ur" dir="rtl">/);
  assert.ok(page.includes('<bdi>Canarywan Ownfolk</bdi>') && page.includes('#import &quot;x&quot;'), page);
  assert.ok(!page.includes('<script'));
});

test('a letter rests on consent: without it is refused, with it says whose, until when, and for whom', async () => {
  const letter = { to: 'Safe Home, Asha', kind: 'shelter', until: '2026-12-24', asks: 'A place to sleep.' };
  const ask = (more: object = {}) => printed(worker, { language: 'en', sections: ['child'], letter: { ...letter, ...more } });
  assert.equal(await ask(), 'papers.no-consent-to-share');
  const carer = uuidv7();
  await give('record-carer', { carer, name: 'Asha the mother', relation: 'mother', livesWithChild: true, contact: '' });
  await give('name-guardian', { carer, since: '2026-11-20', basis: 'family-agreement' });
  for (const who of [carer, 'child'])
    await give('record-consent', {
      consent: uuidv7(),
      who,
      purpose: 'sharing',
      partner: 'shelter',
      answer: 'given',
      on: '2026-11-20',
      until: '2027-01-31',
      language: 'ne',
      interpreter: false,
      how: 'signed',
      told: ['purpose', 'use', 'withdrawal', 'retention'],
    });
  const text = await ask();
  for (const words of [
    'Referral letter',
    'Shared with Safe Home, Asha until Poush 9, 2083 BS (Dec 24, 2026)',
    'consent of Mangsir 4, 2083 BS (Nov 20, 2026)',
    'Asha the mother',
    'A place to sleep.',
  ])
    assert.ok(text.includes(words), `${words} in ${text}`);
  assert.equal(await ask({ kind: 'police' }), 'papers.no-consent-to-share');
  assert.equal(await ask({ until: '2027-03-01' }), 'cases.shared-beyond-consent');
  assert.equal(await ask({ until: '2026-11-01' }), 'ledger.day-past');
});

test('a summary for court tells who protects the child, what was decided, and how far justice came', async () => {
  await give('record-step', {
    step: uuidv7(),
    kind: 'charge',
    outcome: 'filed',
    on: '2026-11-18',
    authority: 'District prosecutor',
    reference: 'CR 214/2026',
  });
  const struck = uuidv7();
  await give('record-step', { step: struck, kind: 'trial', outcome: 'begun', on: '2026-11-19', authority: 'Wrong court' });
  await give('strike-step', { step: struck, because: 'Another child.' });
  await give('plan-court-date', { courtDate: uuidv7(), on: '2026-12-03', purpose: 'First hearing', place: 'Room 4' });
  await give('record-wish', { child: 'undecided', carer: 'takes-part' });
  await give('name-lawyer', { since: '2026-11-20', name: 'Advocate Rana' });
  await give('record-identification', {
    decision: uuidv7(),
    status: 'actual',
    body: 'police',
    bodyName: 'Bureau against trafficking',
    decidedBy: null,
    on: '2026-11-17',
    reviewUntil: null,
    act: ['recruitment'],
    means: [],
    exploitation: ['forced-labour'],
    screening: null,
    items: [],
    reasons: 'Papers were taken away.',
  });
  const text = await printed(worker, {
    language: 'en',
    sections: ['protection', 'identification', 'services', 'care', 'justice'],
  });
  for (const words of [
    'Asha the mother',
    'Mother',
    'Sharing with a partner Shelter',
    'Mangsir 4, 2083 BS (Nov 20, 2026) – Magh 17, 2083 BS (Jan 31, 2027)',
    'Bureau against trafficking',
    'Forced labour',
    'Papers were taken away.',
    'Charge brought',
    'CR 214/2026',
    'First hearing',
    'The child: has not decided',
    'Advocate Rana',
  ])
    assert.ok(text.includes(words), `${words} in ${text}`);
  assert.ok(!text.includes('Wrong court'));
});

test('what was found to be best for the child is printed with who took part, what the child says, and new facts since', async () => {
  const on = '2026-11-21';
  const weighed = { hearing: 'heard', childView: 'I want to be near my aunt.', options: 'The aunt is near. The city is safer.' };
  await give('assess-interests', {
    assessment: uuidv7(),
    on,
    ...weighed,
    finding: 'Look at the house of the aunt.',
    reviewOn: '2027-02-01',
  });
  const people = [
    ['supervisor', 'Indira Rai'],
    ['child-protection', 'Dil Magar'],
    ['teacher', 'Sita Rana'],
    ['guardian', 'Asha the mother'],
  ] as const;
  const determination = uuidv7();
  await give('record-determination', {
    determination,
    on,
    ...weighed,
    ...{ solution: 'family-return', decision: 'To live with the aunt.', wish: 'followed', reviewOn: '2027-02-01' },
    participants: people.map(([role, name]) => ({ role, name })),
  });
  await done(olle.as('supervisor').command('cases.case', id, 'decide-solution', { solution: 'family-return' }));
  const ask = () => printed(worker, { language: 'en', sections: ['interests'] });
  const text = await ask();
  for (const words of [
    'Best interests of the child',
    'Reunification with the family',
    'Made-up supervisor',
    'Sita Rana (Teacher)',
    'I want to be near my aunt.',
    'To live with the aunt.',
    'Look at the house of the aunt.',
  ])
    assert.ok(text.includes(words), `${words} in ${text}`);
  assert.ok(!text.includes('New facts since'));
  await give('ask-reconsideration', { determination, on: '2026-11-22', because: 'The aunt has moved.' });
  assert.ok((await ask()).includes('New facts since Mangsir 6, 2083 BS (Nov 22, 2026)'));
});

test("the history prints every event in the sentence of its history, in the document's language, and never in a letter", async () => {
  const text = await printed(worker, { language: 'en', sections: ['history'] });
  for (const words of [
    'Case opened: High',
    'Action for Made-up case-worker, due Mangsir 14, 2083 BS (Nov 30, 2026)',
    'Visit the family',
    'Said that the uncle pays.',
    'Step of the proceedings struck out',
    'Another child.',
  ])
    assert.ok(text.includes(words), `${words} in ${text}`);
  assert.ok((await printed(worker, { language: 'ko', sections: ['history'] })).includes('경과'));
  const letter = { to: 'Safe Home, Asha', kind: 'shelter', until: '2026-12-24', asks: 'A place to sleep.' };
  assert.equal(await printed(worker, { language: 'en', sections: ['child', 'history'], letter }), 'papers.not-in-a-letter');
});

test('languages and wards are said by their names, and no key of a catalogue stands where its words should, in any language', async () => {
  await give('record-communication', { languages: ['ne', 'en'], interpreter: false, needs: [], needsNote: '' });
  for (const [language, speaks] of [
    ['en', 'Nepali and English'],
    ['ko', '네팔어 및 영어'],
    ['ur', 'نیپالی'],
  ] as const) {
    const text = await printed(worker, { language, sections: printSections });
    if (language !== 'ur') assert.ok(text.includes(speaks), text);
    assert.doesNotMatch(text, /\b(cases|papers|partners|referrals|shell|ui|documents):[a-z]/, language);
  }
});

test('what a screening found and what waits are printed; nothing is printed twice, and of which nothing is recorded is said once', async () => {
  const answers = { 'danger-now': 'yes', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', age: 'under-18' };
  const how = { on: '2026-11-22', interviewed: [], language: null, interpreter: 'none' };
  await give('answer-questionnaire', { answering: uuidv7(), questionnaire: 'screening', version: 'olle-2', answers, ...how });
  const times = (text: string, words: string) => text.split(words).length - 1;

  const found = await printed(worker, { language: 'en', sections: ['screening', 'tasks', 'visits', 'leaving'] });
  for (const words of [
    'Not enough is known Refer at once In danger now',
    'Act now: In danger now Made-up case-worker',
    'see what is done about it Supervisor',
    'Nothing is recorded of: Post-reunification follow-up and Leaving care at 18.',
  ])
    assert.ok(found.includes(words), `${words} in ${found}`);
  assert.equal(times(found, 'In danger now'), 3, found);

  const all = await printed(worker, { language: 'en', sections: printSections });
  for (const words of ['Said that the uncle pays.', 'Offered work abroad.']) assert.equal(times(all, words), 1, words);
});

test('who may not print the case gets nothing', async () => {
  const ask = { language: 'en', sections: ['child'] };
  assert.equal(await printed(olle.as('case-worker', { name: 'stranger' }), ask), 'ledger.not-found');
  assert.equal(await printed(olle.as('registrar'), ask), 'http.not-allowed');
});
