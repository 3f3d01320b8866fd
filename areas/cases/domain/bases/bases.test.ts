import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consentFor, lastDayOfConsent, mayInterviewOnFacts } from '../safety/consentFor.ts';
import { groundOf } from '../safety/grounds.ts';
import { anId, contextOn, given, opened, other } from '../testing.ts';
import { dutiesIn } from './duties.ts';

const today = '2026-11-23';
const boss = contextOn(0, other, 'supervisor');
const [mother, basis] = [anId(1), anId(40)];
const inCountry = (country?: string) =>
  given({ ...opened, ...(country ? { country } : {}) } as typeof opened).when('record-carer', {
    ...{ carer: mother, name: 'Gita Rai', relation: 'mother', livesWithChild: true, contact: '' },
  });
const file = inCountry('TW').and();
const order = (more: object = {}) => ({
  ...{ basis, kind: 'court-order', purposes: ['medical'], partner: null, authority: 'District court', because: 'The court ordered it.' },
  ...{ on: today, ...more },
});
const duty = (id: string | undefined, more: object = {}) => {
  const { authority: _, ...rest } = order({ kind: 'legal-duty', ...(id ? { duty: id } : {}), ...more });
  return rest;
};
type File = typeof file;
const status = ({ state }: File, purpose: Parameters<typeof consentFor>[1] = 'medical', day = today, partner?: string) =>
  consentFor(state, purpose, day, partner ? { id: partner, kind: partner } : undefined).status;
const said = (who: string, purpose: string, answer: string) => ({
  ...{ consent: anId(who === 'child' ? 60 : 61), who, purpose, partner: null, answer, on: today, language: 'zh', interpreter: false },
  ...{ how: 'spoken', told: ['purpose', 'use', 'withdrawal', 'retention'] },
});

test('given a court order, when nobody has consented or somebody refuses, then the child is helped on the order until its end', () => {
  const ordered = file.when('record-basis', order({ until: '2026-12-01' })).and();
  assert.equal(status(file), 'missing');
  assert.deepEqual([status(ordered), status(ordered, 'medical', '2026-12-01'), status(ordered, 'medical', '2026-12-02')], ['court-order', 'court-order', 'missing']); // biome-ignore format: a table
  assert.equal(status(ordered.when('record-consent', said(mother, 'medical', 'refused')).and()), 'court-order');
  assert.equal(status(ordered, 'family-tracing'), 'missing');
});
test('given a duty of Taiwan to report, then it allows telling the police, and nothing else', () => {
  const reports = duty('TW-HT-09', { purposes: ['sharing'], partner: 'police' });
  const reported = file.when('record-basis', reports).and();
  assert.equal(status(reported, 'sharing', today, 'police'), 'legal-duty');
  assert.equal(status(reported, 'sharing', today, 'shelter'), 'missing');
  file.when('record-basis', { ...reports, partner: 'shelter' }).refused('cases.report-to-whom');
  file.when('record-basis', { ...reports, purposes: ['sharing', 'medical'] }).refused('cases.duty-to-report-only');
  inCountry('NP').and().when('record-basis', reports).refused('cases.duty-of-another-country');
});
test('given a duty that holds for 72 hours without a court, then it ends then, and a later end is refused', () => {
  const protects = file.when('record-basis', duty('TW-CW-57')).and();
  assert.deepEqual([status(protects, 'medical', '2026-11-26'), status(protects, 'medical', '2026-11-27')], ['legal-duty', 'missing']); // biome-ignore format: a table
  file.when('record-basis', duty('TW-CW-57', { until: '2026-12-24' })).refused('cases.basis-too-long');
});
test('given a country without a rule, then the Convention stands; a law that nobody has read ends unless a supervisor upholds it', () => {
  for (const country of ['XX', undefined]) {
    const unknown = inCountry(country).and();
    assert.deepEqual(dutiesIn(country ?? null).map(({ id }) => id), ['CRC-19-20']); // biome-ignore format: a table
    assert.equal(status(unknown.when('record-basis', duty('CRC-19-20')).and()), 'legal-duty');
    unknown.when('record-basis', duty(undefined)).refused('cases.name-the-law');
    const named = unknown.when('record-basis', duty(undefined, { law: 'Act 5, section 2' })).and();
    assert.deepEqual([status(named), status(named, 'medical', '2026-11-26'), status(named, 'medical', '2026-11-27')], ['legal-duty', 'legal-duty', 'missing']); // biome-ignore format: a table
    const upheld = named.when('review-basis', { basis, upheld: true, note: 'Read.' }, boss).and();
    assert.equal(status(upheld, 'medical', '2026-12-30'), 'legal-duty');
  }
});
test('when an interview, a photograph or research is to rest on a duty or an order, then it is refused, and none of them opens the gate', () => {
  for (const purpose of ['interview', 'photograph', 'research']) {
    file.when('record-basis', order({ purposes: [purpose] })).refused('cases.consent-only');
    file.when('record-basis', duty('CRC-19-20', { purposes: ['medical', purpose] })).refused('cases.consent-only');
  }
  const ordered = file.when('record-basis', order({ purposes: ['case-work', 'medical'] })).and();
  const home = ordered.when('record-situation', { situation: 'with-family' }).and();
  assert.equal(mayInterviewOnFacts(home.state, today)?.refused, 'cases.interview-carer-first');
});
test('given a child who refuses medical care, then a duty by law does not treat them; a court does', () => {
  const refuses = file.when('record-consent', said('child', 'medical', 'refused')).and();
  assert.equal(status(refuses.when('record-basis', duty('CRC-19-20')).and()), 'refused');
  assert.equal(status(refuses.when('record-basis', order()).and()), 'court-order');
});
test('given the only carer is found to be a suspect later, then what rested on her word ends, and the duty to protect stands in', () => {
  const agreed = file
    .when('record-consent', said(mother, 'medical', 'given'))
    .and()
    .when('record-consent', said('child', 'medical', 'given'))
    .and();
  assert.equal(status(agreed), 'valid');
  const suspected = agreed.when('suspect-carer', { carer: mother, because: 'Took money.' }).and();
  assert.equal(status(suspected), 'void-because-suspect');
  assert.equal(status(suspected.when('record-basis', duty('TW-CW-57')).and()), 'legal-duty');
});
test('when a basis is sent twice, or late after its end, then it is one, and does not stand', () => {
  const ordered = file.when('record-basis', order()).and();
  ordered.when('record-basis', order()).then();
  const late = file.when('record-basis', order({ on: '2026-10-01', until: '2026-11-01' })).and();
  assert.equal(status(late), 'missing');
  ordered.when('end-basis', { basis, on: '2026-11-22', because: 'x' }).refused('cases.until-before');
  const ended = ordered.when('end-basis', { basis, on: today, because: 'Lifted.' }).and();
  assert.equal(status(ended), 'missing');
  ended.when('end-basis', { basis, on: today, because: 'Lifted.' }).then();
});
test('when a basis lacks its court, its purpose or its partner, then it is refused with what to do', () => {
  for (const [more, code] of [
    [{ authority: undefined }, 'cases.say-which-court'],
    [{ purposes: [] }, 'cases.say-what-for'],
    [{ purposes: ['sharing'] }, 'cases.share-with-whom'],
    [{ partner: 'police' }, 'cases.share-with-whom'],
    [{ until: '2026-11-01' }, 'cases.until-before'],
    [{ on: '2026-11-24' }, 'ledger.day-to-come'],
  ] as const)
    file.when('record-basis', order(more)).refused(code);
});
test('given a supervisor found that it does not hold, then it ends at once, and comes again only with new facts', () => {
  const ordered = file.when('record-basis', order()).and();
  ordered.when('review-basis', { basis, upheld: true, note: 'x' }, contextOn(0, undefined, 'supervisor')).refused('cases.review-not-own');
  const disallowed = ordered.when('review-basis', { basis, upheld: false, note: 'Of another child.' }, boss).and();
  assert.equal(status(disallowed), 'missing');
  const again = { ...order(), basis: anId(41) };
  disallowed.when('record-basis', again).refused('cases.emergency-disallowed');
  disallowed.when('record-basis', { ...again, newFacts: 'A new order.', newFactsOn: '2026-11-22' }).refused('cases.new-facts-earlier');
  assert.equal(status(disallowed.when('record-basis', { ...again, newFacts: 'A new order.', newFactsOn: today }).and()), 'court-order');
});
test('given a basis, then its review and its end are tasks, and the case is not closed before the review', () => {
  const ordered = file.when('record-basis', order({ until: '2026-12-20' })).and();
  assert.ok(ordered.tasks().includes('basis-review 2026-11-26') && ordered.tasks().includes('basis-ends 2026-12-20'));
  assert.ok(ordered.hinders('moved').includes('cases.basis-unreviewed'));
  const reviewed = ordered.when('review-basis', { basis, upheld: true, note: 'x' }, boss).and();
  assert.ok(!reviewed.hinders('moved').includes('cases.basis-unreviewed'));
  assert.ok(!reviewed.tasks().some((task) => task.startsWith('basis-review')));
});
test('what something rests on is said by its kind, its law or court, and whether the law was read', () => {
  const ordered = file.when('record-basis', order()).and();
  assert.deepEqual([groundOf(ordered.state, basis)?.kind, groundOf(ordered.state, basis)?.by], ['court-order', 'District court']);
  const named = file.when('record-basis', duty(undefined, { law: 'Act 5' })).and();
  assert.deepEqual([groundOf(named.state, basis)?.by, groundOf(named.state, basis)?.mark], ['Act 5', 'U']);
});
test('given a court order to work on the case, then the case does not count as one without consent', () => {
  const ordered = file.when('record-basis', order({ purposes: ['case-work'], until: '2026-12-20' })).and();
  assert.deepEqual([lastDayOfConsent(file.state), lastDayOfConsent(ordered.state)], [null, '2026-12-20']);
});

test('given 72 hours by law, then help goes on into the fourth day, which they may reach, and to ask a court is a task of the third', () => {
  const korean = given({ ...opened, country: 'KR' } as never)
    .when('record-basis', {
      basis: anId(90),
      kind: 'legal-duty',
      duty: 'KR-CA-12',
      purposes: ['case-work'],
      partner: null,
      on: '2026-11-23',
      because: 'Hurt.',
    })
    .and();
  assert.equal(korean.state.bases[0]!.until, '2026-11-26');
  assert.ok(korean.tasks().includes('basis-ends 2026-11-25'));
});
