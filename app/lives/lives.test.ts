import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvedFor, opened, panel } from '../../areas/cases/domain/testing.ts';
import { anId, me, other } from '../../platform/decider/testing.ts';
import { faultsOf } from './checker/check.ts';
import { partnerKinds } from './checker/ends.ts';
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
const secondCarer = event('carer-recorded', { carer: anId(30), name: 'Hari Rai', relation: 'father', livesWithChild: true, contact: '' });
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
  assert.deepEqual(why(carer, secondCarer, withFamily, consent(mother, 'consent-given', { at: early }), consent('child'), suspected), [
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
  assert.deepEqual(faults(carer, secondCarer, assessed(visits), suspected, placed), ['placed: a suspect lives at the place or visits it']);
  assert.deepEqual(faults(assessed(), placed), []);
});

test('given a return that nobody decided, prepared or weighed, or to a suspect, then the checker says so', () => {
  const going = event('returned', { return: anId(7), on: day, place: house, carer: mother });
  const weighed = event('best-interests-determined', {
    ...{ determination: anId(8), hearing: 'heard', childView: 'Yes.', on: day, reviewOn: '2026-12-23', solution: 'family-return' },
    participants: panel,
  });
  const anew = { ...weighed, determination: anId(9), solution: 'alternative-care' } as Event;
  const decision = event('solution-decided', { solution: 'family-return', determination: anId(8), on: day, by: other });
  const prepared = event('return-prepared', { done: ['child-told', 'family-told', 'escort', 'safety-plan'], on: day });
  const way = [carer, assessed(), weighed, decision, prepared];
  assert.deepEqual(faults(...way, going), []);
  assert.deepEqual(faults(...way, anew, going), ['returned: the last panel did not determine it']);
  assert.deepEqual(faults(...way, event('situation-recorded', { situation: 'separated', guardianDue: day }), going), [
    'returned: nobody acts for the child',
  ]);
  assert.deepEqual(faults(...way.slice(0, 4), going), ['returned: it was not prepared']);
  assert.ok(faults(carer, assessed(), prepared, going).includes('returned: no return was decided'));
  assert.ok(faults(...way, suspected, going).includes('returned: a suspect lives at home'));
  assert.deepEqual(
    faults(carer, assessed(), event('best-interests-determined', { ...weighed, hearing: 'not-yet' }), decision, prepared, going),
    ['returned: the child was not heard'],
  );
});

test('given a panel that lacks a seat, seats one person twice or seats a suspect, then the checker says so', () => {
  const by = (participants: readonly object[]) => faults(carer, event('best-interests-determined', { wish: 'followed', participants }));
  const incomplete = ['determined: a seat of the panel is empty, or one person has two'];
  assert.deepEqual(by(panel), []);
  for (const { role } of panel.filter((one) => one.role !== 'guardian'))
    assert.deepEqual(by(panel.filter((one) => one.role !== role)), incomplete, role);
  assert.deepEqual(by(panel.map((one) => ({ ...one, name: 'Asha' }))), incomplete);
  const suspect = [...panel, { role: 'carer', name: 'gita rai' }];
  assert.deepEqual(
    faults(carer, secondCarer, suspected, event('best-interests-determined', { wish: 'followed', participants: suspect })), // biome-ignore format: one line
    ['determined: a suspect sits on the panel'],
  );
  const alone = event('situation-recorded', { situation: 'unaccompanied', guardianDue: day });
  assert.ok(faults(alone, event('best-interests-determined', { participants: panel })).includes('determined: the child has no guardian'));
});

test('given a photo, a medical paper, a search or a referral on nothing, then the checker says so; each other basis holds as far as it goes', () => {
  const paper = (kind: string, about = 'child') => event('paper-attached', { paper: anId(40), kind, about });
  const word = (purpose: string, who: string, type = 'consent-given', more: object = {}) => consent(who, type, { consent: anId(who === 'child' ? 41 : 42), purpose, partner: null, ...more }); // biome-ignore format: one line
  const both = (purpose: string, more: object = {}) => [word(purpose, mother, 'consent-given', more), word(purpose, 'child', 'consent-given', more)]; // biome-ignore format: one line
  assert.deepEqual(faults(carer, paper('photo')), ['kept a photo: nobody who decides for the child agreed']);
  assert.deepEqual(faults(carer, ...both('photograph'), paper('photo')), []);
  assert.deepEqual(faults(carer, ...both('medical'), word('medical', 'child', 'consent-refused'), paper('medical')), ['kept a medical: the child said no']); // biome-ignore format: one line
  assert.deepEqual(faults(paper('photo', 'mother'), paper('court')), []);
  const basis = (kind: string, purposes: string[], more: object = {}) => event('basis-recorded', { basis: anId(43), kind, purposes, partner: null, on: day, until: '2027-01-01', reviewDue: '2026-11-26', ...more }); // biome-ignore format: one line
  assert.deepEqual(faults(carer, basis('court-order', ['medical']), paper('medical')), []);
  assert.deepEqual(faults(carer, basis('court-order', ['photograph']), paper('photo')), ['kept a photo: nobody who decides for the child agreed']); // biome-ignore format: one line
  assert.deepEqual(faults(basis('legal-duty', ['medical']), word('medical', 'child', 'consent-refused'), paper('medical')), ['kept a medical: the child said no']); // biome-ignore format: one line
  const disallowed = event('basis-reviewed', { basis: anId(43), upheld: false, on: day });
  assert.equal(faults(carer, basis('court-order', ['medical']), [disallowed, boss], paper('medical')).length, 1);
  const ended = event('basis-ended', { basis: anId(43), on: day });
  assert.equal(faults(carer, basis('legal-duty', ['medical']), ended, paper('medical')).length, 1);
  assert.equal(faults(carer, basis('legal-duty', ['medical'], { reviewDue: '2026-11-22' }), paper('medical')).length, 1);

  const clinic = Object.keys(partnerKinds).find((id) => partnerKinds[id] === 'clinic')!;
  const referred = (service: string) => event('referral-made', { referral: anId(44), organisation: clinic, service });
  assert.deepEqual(faults(carer, referred('shelter')), ['told a partner: nobody who decides for the child agreed']);
  assert.deepEqual(faults(carer, ...both('sharing', { partner: clinic }), referred('shelter')), []);
  assert.deepEqual(faults(carer, ...both('sharing', { partner: 'shelter' }), referred('shelter')).length, 1);
  const no = word('sharing', 'child', 'consent-refused', { partner: 'clinic' });
  assert.deepEqual(faults(carer, ...both('sharing', { partner: clinic }), no, referred('shelter')), ['told a partner: the child said no']);
  assert.deepEqual(faults(carer, ...both('sharing', { partner: clinic }), referred('health')).length, 1, 'treated without consent to that');
  assert.deepEqual(faults(carer, ...both('sharing', { partner: clinic }), ...both('medical'), referred('health')), []);
  const danger = event('emergency-invoked', { emergency: anId(45), purpose: 'sharing', on: day, until: '2026-12-07', reviewDue: '2026-11-26' }); // biome-ignore format: one line
  assert.deepEqual(faults(carer, danger, referred('health')), []);
  assert.deepEqual(faults(danger, { ...danger, emergency: anId(46) } as Event), ['danger invoked again without what has happened since']);
  const told = event('referral-told', { referral: anId(44) });
  const withdrawn = event('consent-withdrawn', { consent: anId(41), who: 'child', on: day });
  assert.deepEqual(faults(carer, ...both('sharing', { partner: clinic }), referred('shelter'), withdrawn, told).length, 1);
  assert.deepEqual(faults(carer, event('tracing-requested', { tracing: anId(47) })), ['traced: nobody who decides for the child agreed']);
});

test('given somebody who only says that they are of age, then the checker takes them for a child', () => {
  const aged = (basis: string) => event('age-recorded', { basis, disputed: false, born: '2000-01-01' });
  const left = (basis: string) => faults(aged(basis), ...approved('of-age'), closed('of-age'));
  assert.deepEqual([left('statement'), left('document')], [['closed: of age, and may be a child'], []]);
});

test('given a case that is closed against what is known, then the checker names the rule', () => {
  assert.deepEqual(faults(closed('moved')), ['closed: no supervisor approved it for that reason']);
  assert.deepEqual(faults(...approved('moved'), closed('died')), ['closed: no supervisor approved it for that reason']);
  assert.deepEqual(faults(...approved('moved'), closed('moved')), []);
  assert.deepEqual(faults(...approved('duplicate'), closed('duplicate')), ['closed: a duplicate of no other case']);
  assert.deepEqual(
    faults(event('case-linked', { other: anId(50), kind: 'same-child' }), ...approved('duplicate'), closed('duplicate')),
    [],
  );
  const appeal = event('review-asked', { decision: anId(6), on: day });
  assert.deepEqual(faults(decided, appeal, ...approved('moved'), closed('moved')), ['closed: a review of the formal decision runs']);
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

test('given a search without consent, visits that were put off or a danger told late, when it is nobody’s task, then the checker says so', () => {
  const after = (due: readonly string[], ...events: Given[]) =>
    faultsOf(life(events).map((told, i) => (i === events.length ? { ...told, day: '2026-12-31', due } : told))).map(({ fault }) => fault);
  const note = event('noted', { text: 'x' });
  const tracing = event('tracing-requested', { tracing: anId(60), whom: 'An aunt', through: 'Red Cross', on: day });
  const search = 'a search goes on without consent, and nobody is told';
  assert.deepEqual([after([], tracing, note).includes(search), after(['consent-lost'], tracing, note).includes(search)], [true, false]);
  const followUp = event('follow-up-begun', { since: day, stableMonths: 6, visits: [{ id: anId(61), due: '2026-12-03' }] });
  const moved = event('visit-moved', { visit: anId(61), due: '2027-06-01', because: 'x' });
  const putOff = 'visits were put off, and no supervisor is told';
  for (const events of [[followUp], [followUp, moved], [followUp, event('visit-dropped', { visit: anId(61), because: 'x' })]])
    assert.deepEqual([after([], ...events, note), after(['visit-missed'], ...events, note)], [[putOff], []]);
  const closing = [...approved('moved'), closed('moved')];
  const told = event('questionnaire-answered', { ...{ answering: anId(62), purpose: 'visit', on: day, interviewed: [] }, alarms: ['danger-now'], answered: [], domains: [] }); // biome-ignore format: one event
  const late = 'a danger was told of after the closing, and no supervisor is told';
  assert.deepEqual([after([], ...closing, told).includes(late), after(['danger-when-closed'], ...closing, told).includes(late)], [true, false]); // biome-ignore format: one claim
});
