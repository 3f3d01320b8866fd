import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countries } from './city/country.ts';
import { officeAccounts, officeJourneys, tellStories, timedActs } from './peopleStories.ts';

const roles = [
  'case-worker',
  'case-worker',
  'case-worker',
  'supervisor',
  'registrar',
  'partner',
  'partner',
  'monitoring-officer',
  'data-protection-officer',
  'administrator',
];

it('has an office of eight and two partners in each country', () => {
  for (const country of countries)
    assert.deepEqual(
      officeAccounts(country)
        .map(({ role }) => role)
        .toSorted(),
      roles.toSorted(),
    );
});

it('tells a few dozen stories of children whose reasons fit, one a child, by people of the office', () => {
  const reasons = [
    ['dropped-out'],
    ['dropped-out', 'carer-absent'],
    ['not-in-school', 'household-need'],
    ['birth-not-registered', 'unseen'],
    ['immunisation-missed', 'household-need'],
    ['carer-absent'],
  ];
  const children = Array.from({ length: 300 }, (_, index) => ({
    child: `c${index}`,
    ward: String(index % 9),
    reasons: reasons[index % reasons.length]!,
  }));
  const stories = tellStories(children, 1);
  assert.ok(stories.length >= 24 && stories.length <= 60, String(stories.length));
  assert.equal(new Set(stories.map(({ child }) => child)).size, stories.length);
  assert.ok(stories.some(({ acts }) => acts.some((act) => act.act === 'open-case')));
  const keys = new Set(officeAccounts('NP').map(({ key }) => key));
  for (const { by, acts } of stories) {
    assert.ok(keys.has(by));
    assert.ok(acts.every((act) => !('note' in act) || !act.note.includes('{ward}')));
    // Visits cannot be planned for the past, nor a child be seen in the future.
    assert.ok(acts.every((act) => (act.act === 'plan-visit' ? act.inDays >= 0 : act.act === 'see' ? act.inDays <= 0 : true)));
  }
  assert.deepEqual(tellStories(children, 1), stories);
  assert.deepEqual(tellStories([], 1), []);
});

it('tells everything at plausible times: in the hours of the office, unless it says another, each day forward', () => {
  for (const country of countries) {
    const { acts, names } = officeJourneys(country, 2026);
    const at = (minutes: string) => Number(minutes.slice(0, 2)) * 60 + Number(minutes.slice(3));
    assert.ok(acts.every(({ at: time }) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time!)));
    const atNight = acts.filter(({ at: time }) => at(time!) < 8 * 60 || at(time!) > 18 * 60);
    assert.ok(atNight.length > 0 && atNight.length < acts.length / 20, String(atNight.length));
    for (const child of names.keys()) {
      const own = acts.filter((act) => act.child === child);
      for (const [i, act] of own.entries()) {
        const before = own[i - 1];
        if (before?.day === act.day) assert.ok(at(before.at!) < at(act.at!), `${country} ${child} ${act.act} ${act.day}`);
      }
    }
    assert.deepEqual(officeJourneys(country, 2026), { acts, names });
    // Two years, in different stages; what is written in one file is not written in another.
    assert.ok(acts[0]!.day < -600 && acts.at(-1)!.day >= -1);
    const concerns = acts.flatMap(({ act, input }) => (act === 'open' ? [(input as { concern: string }).concern] : []));
    assert.equal(new Set(concerns).size, names.length);
    assert.ok(['close', 'reopen', 'answer-danger', 'record-return'].every((name) => acts.some(({ act }) => act === name)));
  }
});

it('plays each act of a story before today, and gives children of one story different texts', () => {
  const children = Array.from({ length: 40 }, (_, index) => ({ child: `c${index}`, ward: '1', reasons: ['dropped-out'] }));
  const stories = tellStories(children, 1);
  const opened = stories.flatMap(({ acts }) => acts.flatMap((act) => (act.act === 'open-case' ? [act.concern] : [])));
  assert.ok(opened.length >= 5);
  assert.equal(new Set(opened).size, opened.length);
  const timed = timedActs(stories, 1);
  assert.ok(timed.every(({ day, act }) => day < 0 && day > -21 && (act.act !== 'see' || act.inDays === day)));
  assert.equal(
    timed.length,
    stories.reduce((n, { acts }) => n + acts.length, 0),
  );
});
