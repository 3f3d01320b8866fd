import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, openCase, testOffice, todayOf } from '../../../../app/testing.ts';

const olle = testOffice();

interface Calendar {
  days: { rows: { kind: string }[] }[];
}

test('what needs a second person is shown to other supervisors, and not to the one whom it is about or who did the first part', async () => {
  const [boss, other] = [olle.as('supervisor', { name: 'boss' }), olle.as('supervisor', { name: 'other' })];
  const file = await openCase(boss, { worker: olle.as('case-worker', { name: 'mina' }).actor.id });
  const on = '2026-11-23';
  const act = (name: string, input: object) => done(boss.command('cases.case', file, name, input));
  await act('record-feedback', { feedback: uuidv7(), kind: 'complaint', from: 'child', about: boss.actor.id, on, words: 'Late.' });
  await act('ask-approval', { approval: uuidv7(), subject: 'closure', reason: 'unfounded' });
  await act('invoke-emergency', { emergency: uuidv7(), purpose: 'case-work', because: 'Nobody can be asked.' });
  await act('record-basis', {
    basis: uuidv7(),
    kind: 'court-order',
    purposes: ['case-work'],
    on,
    because: 'Order 12.',
    authority: 'Court',
    partner: null,
  });
  const all = ['approval', 'basis-review', 'complaint', 'emergency-review'];
  const seen = async (who: typeof boss) => {
    const { lines } = await todayOf(who);
    const overview = (await who.get<{ tasks: { kind: string; role?: string }[] }>(`/api/cases/case/${file}/overview`)).body;
    const calendar = (await who.post<Calendar>('/api/office/calendar', { from: on, until: '2026-12-20', of: who.actor.id })).body;
    const ofOffice = overview.tasks.flatMap(({ kind, role }) => (role ? [kind] : []));
    return {
      today: lines
        .map(({ kind }) => kind)
        .filter((kind) => all.includes(kind))
        .sort(),
      overview: ofOffice.sort(),
      calendar: JSON.stringify(calendar),
    };
  };
  const theirs = await seen(other);
  assert.deepEqual([theirs.today, theirs.overview], [all, all]);
  for (const kind of all) assert.match(theirs.calendar, new RegExp(`"${kind}"`));
  const own = await seen(boss);
  assert.deepEqual([own.today, own.overview], [[], []]);
  for (const kind of all) assert.doesNotMatch(own.calendar, new RegExp(`"${kind}"`));
});
