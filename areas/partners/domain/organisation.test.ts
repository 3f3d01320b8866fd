import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenOf } from '../../../platform/decider/testing.ts';
import { agreementsOn, type OrganisationState, organisationRecord, policy, refusalToRefer } from './index.ts';
import type { OrganisationEvent } from './organisation.ts';

const paper = '00000000-0000-7000-8000-0000000000a1';
const profile = {
  name: 'Made-up Safe House',
  otherNames: ['बनावटी सुरक्षित घर'],
  category: 'shelter',
  services: ['emergency-shelter'],
  wards: [],
  leastAge: null,
  mostAge: 17,
  sex: 'any',
  languages: ['ne'],
  hours: [],
  emergencyHours: [],
  address: 'Behind the mill',
  phone: '091-000-101',
  email: '',
};
const added: OrganisationEvent = { type: 'organisation-added', ...profile, on: '2026-01-01' };
const agreed = (until: string | null, from = '2026-01-01'): OrganisationEvent => ({
  type: 'agreement-made',
  agreement: paper,
  title: 'Agreement 4',
  from,
  until,
  shares: ['name', 'needs'],
});
const ended: OrganisationEvent = { type: 'agreement-ended', agreement: paper, on: '2026-11-23', because: 'It moved away.' };
const closed: OrganisationEvent = { type: 'organisation-closed', on: '2026-11-20', reason: 'unsafe', because: 'A child was hurt.' };

const given = givenOf(organisationRecord);
const stateOf = (...events: OrganisationEvent[]) => given(...events).state;

test('given nothing, an organisation is added once; nothing else is possible', () => {
  given().when('add', profile).then('organisation-added');
  given(added).when('add', profile).refused('partners.exists');
  for (const [name, input] of [
    ['describe', profile],
    ['list-contacts', { contacts: [] }],
    ['make-agreement', { agreement: paper, title: 'A', from: '2026-01-01', shares: [] }],
    ['end-agreement', { agreement: paper, because: 'x' }],
    ['count-places', { taken: 1 }],
    ['close', { reason: 'other', because: 'x' }],
    ['reopen', { because: 'x' }],
  ] as const)
    given().when(name, input).refused('ledger.not-found');
});

test('described as it is, nothing happens; ages that cross are refused', () => {
  given(added).when('describe', profile).then();
  given(added)
    .when('describe', { ...profile, name: 'Another name' })
    .then('organisation-described');
  given(added)
    .when('describe', { ...profile, leastAge: 18 })
    .refused('partners.ages-crossed');
  given()
    .when('add', { ...profile, leastAge: 18 })
    .refused('partners.ages-crossed');
});

test('an agreement ends after it begins; made twice under its id it is one; it is ended once', () => {
  const input = { agreement: paper, title: 'Agreement 4', from: '2026-02-01', shares: ['name', 'name'] };
  given(added)
    .when('make-agreement', { ...input, until: '2026-01-31' })
    .refused('partners.dates-crossed');
  given(added)
    .when('make-agreement', { ...input, until: '2026-02-01' })
    .then('agreement-made');
  given(added, agreed(null)).when('make-agreement', input).then();
  given(added, agreed(null)).when('end-agreement', { agreement: paper, because: 'x' }).then('agreement-ended');
  given(added, agreed(null), ended).when('end-agreement', { agreement: paper, because: 'x' }).then();
  given(added).when('end-agreement', { agreement: paper, because: 'x' }).refused('ledger.no-such-entry');
});

test('an agreement holds on its first and last day, and no longer on the day on which it is ended', () => {
  const holds = (state: OrganisationState, day: string) => agreementsOn(state, day).length > 0;
  const limited = stateOf(added, agreed('2026-06-30'));
  assert.deepEqual(
    ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => holds(limited, day)),
    [false, true, true, false],
  );
  const stopped = stateOf(added, agreed(null), ended);
  assert.deepEqual([holds(stopped, '2026-11-22'), holds(stopped, '2026-11-23')], [true, false]);
});

test('a child is referred only to an active organisation with an agreement, for what it offers, telling what was agreed', () => {
  const ask = { service: 'emergency-shelter', shares: ['name'], day: '2026-11-23' };
  const refused = (state: OrganisationState | undefined, more: object = {}) => refusalToRefer(state, { ...ask, ...more })?.refused;
  assert.equal(refused(undefined), 'ledger.not-found');
  assert.equal(refused(stateOf(added, agreed(null), closed)), 'partners.closed');
  assert.equal(refused(stateOf(added)), 'partners.no-agreement');
  assert.equal(refused(stateOf(added, agreed('2026-06-30'))), 'partners.no-agreement');
  assert.equal(refused(stateOf(added, agreed(null)), { service: 'education' }), 'partners.not-offered');
  assert.equal(refused(stateOf(added, agreed(null)), { shares: ['name', 'story'] }), 'partners.not-agreed-to-share');
  assert.equal(refused(stateOf(added, agreed(null))), undefined);
});

test('a closed organisation is changed no more until it is opened again; closed twice it is closed', () => {
  given(added, closed).when('describe', profile).refused('partners.closed');
  given(added, closed).when('list-contacts', { contacts: [] }).refused('partners.closed');
  given(added, closed).when('count-places', { places: 3, taken: 1 }).refused('partners.closed');
  given(added, closed).when('make-agreement', { agreement: paper, title: 'A', from: '2026-01-01', shares: [] }).refused('partners.closed');
  given(added, closed).when('close', { reason: 'other', because: 'x' }).then();
  given(added, closed).when('reopen', { because: 'Safe again' }).then('organisation-reopened');
  given(added).when('reopen', { because: 'x' }).then();
});

test("a partner's user reads their own organisation alone; without one, nothing", () => {
  const actor = { id: paper, city: 1, roles: ['partner'] } as const;
  assert.deepEqual(policy(actor, '2026-11-23', '2026-11-23T00:00:00.000Z'), []);
  assert.deepEqual(policy({ ...actor, organisation: paper }, '2026-11-23', '2026-11-23T00:00:00.000Z'), [
    { action: ['read', 'work-in'], subject: 'partners.organisation', conditions: { id: paper } },
  ]);
});
