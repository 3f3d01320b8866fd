import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countries } from './city/country.ts';
import { officeAccounts, tellStories } from './peopleStories.ts';

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
