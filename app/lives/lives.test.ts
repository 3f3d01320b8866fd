import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvedFor, opened } from '../../areas/cases/domain/testing.ts';
import { anId, me, other } from '../../platform/decider/testing.ts';
import { faultsOf } from './checker/check.ts';
import type { Told } from './checker/told.ts';
import { tallyLives } from './tally.ts';

test('300 random lives of a case end closed, placed, returned and interviewed, and none of them against the rules', () => {
  const { faults, ends, lives } = tallyLives(0, 300);
  assert.deepEqual(faults, []);
  assert.equal(lives, 300);
  for (const [end, count] of Object.entries(ends)) assert.ok(count >= 5, `only ${count} lives were ${end}`);
});

// What the checker must find, each in events that no decider wrote.
type Event = Told['event'];
const day = '2026-11-23';
const worker = { by: me, roles: ['case-worker'] };
const boss = { by: other, roles: ['supervisor'] };
type Given = Event | readonly [Event, typeof worker];
const life = (events: readonly Given[]): Told[] =>
  [opened, ...events].map((one) => {
    const [event, who] = 'type' in one ? [one, worker] : one;
    return { event, day, at: `${day}T04:00:00.000Z`, ...who };
  });
const faults = (...events: Given[]) => faultsOf(life(events)).map(({ fault }) => fault);
const event = (type: string, fields: object) => ({ type, ...fields }) as Event;

const [mother, house, stay] = [anId(1), anId(2), anId(3)];
const carer = event('carer-recorded', { carer: mother, name: 'Gita Rai', relation: 'mother', livesWithChild: true, contact: '' });
const suspected = event('carer-suspected', { carer: mother, at: `${day}T04:00:00.000Z`, because: 'x' });
const consent = (who: string, type = 'consent-given', more: object = {}) =>
  event(type, {
    consent: anId(4),
    who,
    purpose: 'interview',
    on: day,
    until: '2027-11-23',
    at: `${day}T05:00:00.000Z`,
    assentFromAge: 7,
    ...more,
  });
const interview = event('questionnaire-answered', {
  ...{ answering: anId(5), purpose: 'screening', on: day, interviewed: ['child'], result: 'presumed', alarms: [], answered: [] },
  ...{ codedAnswers: {}, identityAnswers: {}, narrativeAnswers: { 'D4-01': 'yes' } },
});
const withFamily = event('situation-recorded', { situation: 'with-family', guardianDue: day });
const assessed = (more: object = {}) =>
  event('place-assessed', {
    ...{ place: house, kind: 'kin', carer: null, country: null, jointlyWith: '', on: day, until: '2027-01-01', result: 'safe', people: [] },
    ...more,
  });
const placed = event('child-placed', { placement: stay, kind: 'kin', place: house, from: day });
const closed = (reason: string, seen = 'no') => event('case-closed', { reason, on: day, by: me, summary: 'x', seen });
const approved = (reason: Parameters<typeof approvedFor>[0]) => {
  const [asked, answered] = approvedFor(reason) as [Event, Event];
  return [asked, [answered, boss] as const] as const;
};
const decided = event('identification-recorded', { decision: anId(6), on: day, status: 'actual' });
const found = event('whereabouts-recorded', { stay, fact: 'street', since: day });

test('given an interview without what opens it, then the checker names what is missing', () => {
  const why = (...events: Given[]) => [...new Set(faults(...events, interview))];
  assert.deepEqual(why(carer, consent(mother), consent('child')), ['interviewed: nobody wrote down with whom the child is']);
  assert.deepEqual(why(carer, withFamily, consent('child')), ['interviewed: nobody who decides for the child agreed']);
  assert.deepEqual(why(carer, withFamily, consent(mother)), ['interviewed: the child did not agree']);
  assert.deepEqual(why(carer, withFamily, consent(mother), consent('child', 'consent-refused')), ['interviewed: the child said no']);
  assert.deepEqual(why(carer, withFamily, consent(mother, 'consent-refused'), consent('child')), [
    'interviewed: somebody who decides for the child said no',
  ]);
  const early = `${day}T03:00:00.000Z`;
  assert.deepEqual(why(carer, withFamily, consent(mother, 'consent-given', { at: early }), consent('child'), suspected), [
    'interviewed: nobody who decides for the child agreed',
  ]);
  const alone = event('situation-recorded', { situation: 'unaccompanied', guardianDue: day });
  assert.deepEqual(why(carer, alone, consent(mother), consent('child')), ['interviewed: the child is alone and has no guardian']);
  assert.deepEqual(why(carer, withFamily, consent(mother), consent('child')), []);
});

test('given a child brought to a place that nobody looked at, that is not safe, or where a suspect is, then the checker says so', () => {
  assert.deepEqual(faults(placed), ['placed: nobody looked at the place']);
  assert.deepEqual(faults(assessed({ result: 'not-safe' }), placed), ['placed: the place was found not safe']);
  assert.deepEqual(faults(assessed(), assessed({ result: 'not-safe' }), placed), ['placed: the place was found not safe']);
  assert.deepEqual(faults(assessed({ until: '2026-11-01', on: '2026-10-01' }), placed), ['placed: the place was looked at too long ago']);
  const visits = { people: [{ how: 'visits', name: 'gita  RAI' }] };
  assert.deepEqual(faults(carer, assessed(visits), suspected, placed), ['placed: a suspect lives at the place or visits it']);
  assert.deepEqual(faults(assessed(), placed), []);
});

test('given a return that nobody decided, prepared or weighed, or to a suspect, then the checker says so', () => {
  const going = event('returned', { return: anId(7), on: day, place: house, carer: mother });
  const weighed = event('best-interests-determined', {
    ...{ determination: anId(8), hearing: 'heard', childView: 'Yes.', on: day, reviewOn: '2026-12-23', solution: 'family-return' },
    participants: [{ role: 'supervisor', name: 'Asha' }, { role: 'guardian', name: 'Bimala' }], // biome-ignore format: one line
  });
  const decision = event('solution-decided', { solution: 'family-return', determination: anId(8), on: day, by: other });
  const prepared = event('return-prepared', { done: ['child-told', 'family-told', 'escort', 'safety-plan'], on: day });
  const way = [carer, assessed(), weighed, decision, prepared];
  assert.deepEqual(faults(...way, going), []);
  assert.deepEqual(faults(...way.slice(0, 4), going), ['returned: it was not prepared']);
  assert.ok(faults(carer, assessed(), prepared, going).includes('returned: no return was decided'));
  assert.ok(faults(...way, suspected, going).includes('returned: a suspect lives at home'));
  assert.deepEqual(
    faults(carer, assessed(), event('best-interests-determined', { ...weighed, hearing: 'not-yet' }), decision, prepared, going),
    ['returned: the child was not heard'],
  );
});

test('given a case that is closed against what is known, then the checker names the rule', () => {
  assert.deepEqual(faults(closed('moved')), ['closed: no supervisor approved it for that reason']);
  assert.deepEqual(faults(...approved('moved'), closed('died')), ['closed: no supervisor approved it for that reason']);
  assert.deepEqual(faults(...approved('moved'), closed('moved')), []);
  assert.deepEqual(faults(decided, ...approved('unfounded'), closed('unfounded')), ['closed: a victim, as unfounded']);
  assert.deepEqual(faults(found, ...approved('moved'), closed('moved')), ['closed: the child is in danger: street']);
  assert.deepEqual(faults(found, ...approved('died'), closed('died')), []);
  assert.deepEqual(faults(...approved('of-age'), closed('of-age')), ['closed: of age, and may be a child']);
  assert.deepEqual(faults(...approved('lost'), closed('lost')), ['closed: lost without a search']);
  assert.deepEqual(faults(...approved('moved'), closed('moved', 'yes')), ['closed: says wrongly whether the child was seen']);
  const flag = event('flag-raised', { flag: anId(9), reason: 'safety' });
  assert.deepEqual(faults(flag, ...approved('moved'), closed('moved')), ['closed: a flag of safety is open']);
  const emergency = event('emergency-invoked', { emergency: anId(10), purpose: 'case-work', until: '2026-12-07', reviewDue: '2026-11-26' });
  assert.deepEqual(faults(emergency, ...approved('moved'), closed('moved')), ['closed: nobody reviewed an emergency']);
  const declined = event('services-declined', { child: 'declines', carer: mother, on: day, dangerRuledOut: 'Seen.', by: me });
  const byMother = [...approved('services-declined'), closed('services-declined')];
  assert.deepEqual(faults(carer, declined, ...byMother), []);
  const taken = event('authority-recorded', { carer: mother, authority: 'taken', on: day, because: 'x' });
  assert.deepEqual(faults(carer, declined, taken, ...byMother), ['closed: declined by somebody who does not decide for the child']);
});

test('given a screening that presumes a victim, then one that was left half answered, or dated before, answers nothing', () => {
  const screening = (id: number, on: string, result: string) =>
    event('questionnaire-answered', { ...interview, answering: anId(id), interviewed: [], on, result });
  const ends = (...events: Event[]) => faults(...events, ...approved('unfounded'), closed('unfounded')).length;
  const presumed = screening(20, '2026-11-20', 'presumed');
  assert.equal(ends(presumed), 1);
  assert.equal(ends(presumed, screening(21, '2026-11-22', 'not-enough')), 1);
  assert.equal(ends(presumed, screening(21, '2026-11-19', 'no-indication')), 1);
  assert.equal(ends(screening(21, '2026-11-22', 'no-indication'), presumed), 1);
  assert.equal(ends(presumed, screening(21, '2026-11-22', 'no-indication')), 0);
  const notVictim = event('identification-recorded', { ...decided, status: 'not-a-victim' });
  assert.equal(ends(presumed, notVictim), 0);
  const setAside = event('review-settled', { decision: anId(6), outcome: 'set-aside', on: day });
  assert.equal(ends(presumed, notVictim, setAside), 1);
});
