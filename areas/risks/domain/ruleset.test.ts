import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, evolveAll, isRefusal } from '../../../platform/decider/index.ts';
import { defaultRules, evidenceOf, hitsOf, inForceOn, limitsOf, type Rule, ruleIds } from './index.ts';
import { type RulesetEvent, rulesetRecord, undecidedOf } from './ruleset.ts';

const context = { today: '2026-11-23', actor: { id: '00000000-0000-7000-8000-00000000000a', city: 1, roles: [] } } as unknown as Context;
const { rules: start } = defaultRules('NP');
/** The rules as they are sent, with one weight changed. */
const settings = (unseen = 15, of: readonly Rule[] = start) =>
  Object.fromEntries(of.map(({ id, ...rule }) => [id, id === 'unseen' ? { ...rule, weight: unseen } : rule]));

function when(events: readonly RulesetEvent[], name: string, input: object) {
  const state = evolveAll(rulesetRecord, undefined, events);
  const outcome = rulesetRecord.commands[name]!.decide(state, input, context);
  return isRefusal(outcome) ? { refused: outcome.refused } : { events: [...events, ...(outcome as RulesetEvent[])], n: outcome.length };
}
const set = (events: readonly RulesetEvent[], from: string, unseen?: number) =>
  when(events, 'set', { from, because: 'Decided by the council', rules: settings(unseen) });
const weightOn = (events: readonly RulesetEvent[], day: string) =>
  inForceOn(evolveAll(rulesetRecord, undefined, events), 'NP', day).rules.find(({ id }) => id === 'unseen')?.weight;

test('given no rules of its own, a city has those of its country', () => {
  assert.equal(weightOn([], '2026-11-23'), 15);
  const school = (country: string) => defaultRules(country).rules.find(({ id }) => id === 'not-in-school')!;
  const ages = (country: string) => [school(country).parameters['fromAge'], school(country).parameters['toAge']];
  assert.deepEqual([ages('NP'), ages('KR'), ages('XX')], [[5, 12], [7, 15], [6, 14]]); // biome-ignore format: a table
  assert.equal(school('KH').active, false, 'no child is obliged to attend');
});

test('given rules from a day, they hold from that day on, and what held before is kept', () => {
  const { events } = set(set([], '2026-12-01', 20).events!, '2027-01-01', 30);
  assert.deepEqual(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((day) => weightOn(events!, day)), [15, 20, 20, 30]); // biome-ignore format: a table
});

test('when rules are set for a day that has passed, it is refused; for today it is not', () => {
  assert.deepEqual(set([], '2026-11-22'), { refused: 'risks.rules-in-the-past' });
  assert.equal(set([], '2026-11-23').n, 1);
});

test('given rules from a day, when they are set again for it, the later decision holds; the same again is nothing', () => {
  const { events } = set([], '2026-12-01', 20);
  assert.equal(set(events!, '2026-12-01', 20).n, 0);
  assert.equal(weightOn(set(events!, '2026-12-01', 25).events!, '2026-12-01'), 25);
});

test('when school age ends before it begins, it is refused', () => {
  const rules = {
    ...settings(),
    'not-in-school': { weight: 25, active: true, parameters: { fromAge: 12, toAge: 6, startMonth: 4, lateDays: 60 } },
  };
  assert.deepEqual(when([], 'set', { from: '2026-12-01', because: 'x', rules }), { refused: 'risks.ages-reversed' });
});

test('rules to come may be withdrawn; those that hold, and those that are not there, may not', () => {
  const { events } = set(set([], '2026-11-23', 20).events!, '2026-12-01', 30);
  assert.equal(weightOn(when(events!, 'withdraw', { from: '2026-12-01' }).events!, '2026-12-31'), 20);
  assert.deepEqual(when(events!, 'withdraw', { from: '2026-11-23' }), { refused: 'risks.rules-in-force' });
  assert.deepEqual(when(events!, 'withdraw', { from: '2027-05-05' }), { refused: 'risks.no-such-rules' });
});

test('the rules that a city starts with lie within the limits, for every country', () => {
  for (const country of ['NP', 'PK', 'LK', 'MN', 'ID', 'KH', 'PH', 'TW', 'KR', 'XX'])
    for (const { id, parameters } of defaultRules(country).rules)
      for (const [name, { least, most }] of Object.entries(limitsOf(id)))
        assert.ok(parameters[name]! >= least && parameters[name]! <= most, `${country} ${id} ${name}`);
});

test('given a rule that may hit a group and is not used, when it is turned on, the council says why although it hits them', () => {
  const turning = { ...settings(), 'left-for-work': { weight: 25, active: true, parameters: { toAge: 17 } } };
  const given = { from: '2026-12-01', because: 'Decided by the council', rules: turning };
  assert.deepEqual(when([], 'set', given), { refused: 'risks.look-whom-it-hits' });
  const turnedOn = [{ rule: 'left-for-work', because: 'Visits are offered as help, and no list leaves the office.' }];
  const { events } = when([], 'set', { ...given, turnedOn });
  assert.deepEqual(evolveAll(rulesetRecord, undefined, events!)?.versions[0]?.turnedOn, turnedOn);
  assert.equal(when(events!, 'set', { ...given, from: '2027-01-01' }).n, 1, 'it is used by then');
  assert.deepEqual(when(events!, 'set', { ...given, from: '2026-11-30' }), { refused: 'risks.look-whom-it-hits' }, 'not yet');
});

test('given a rule that may hit a group and with which Olle began, then it is said that nobody decided on it, until the city says why it is kept', () => {
  const open = (events: readonly RulesetEvent[]) => {
    const state = evolveAll(rulesetRecord, undefined, events);
    return undecidedOf(state, inForceOn(state, 'NP', '2026-12-31').rules);
  };
  const began = open([]);
  assert.ok(began.length > 3 && began.every((id) => hitsOf(id).length > 0));
  const keeping = (rule: string) => ({ from: '2026-12-01', because: 'Seen by the council', rules: settings(), turnedOn: [{ rule, because: 'Visits are help.' }] }); // biome-ignore format: one line
  const first = when([], 'set', keeping(began[0]!));
  const second = when(first.events!, 'set', keeping(began[1]!));
  assert.deepEqual([first.n, second.n], [1, 1]);
  assert.deepEqual(open(second.events!), began.slice(2));
  assert.equal(when(second.events!, 'set', keeping(began[1]!)).n, 0, 'said once');
});

test('given rules that were set before there was one, the city does not use that one until it decides so', () => {
  const { 'earlier-case': _, ...before } = settings();
  const events = [{ type: 'rules-set', from: '2026-01-01', on: '2026-01-01', by: context.actor.id, because: 'x', rules: before }];
  const { rules } = inForceOn(evolveAll(rulesetRecord, undefined, events as unknown as RulesetEvent[]), 'NP', '2026-11-23');
  const unused = rules.filter(({ active }) => !active).map(({ id, parameters }) => [id, parameters]);
  assert.deepEqual(unused, [['earlier-case', { months: 60 }], ['left-for-work', { toAge: 17 }]]); // biome-ignore format: a table
});

test('every rule says what is known of its sign and how well; a rule that hits a group says which', () => {
  for (const id of ruleIds) assert.ok(evidenceOf(id).source.length > 20 && ['V', 'S', 'M'].includes(evidenceOf(id).mark), id);
  assert.deepEqual(ruleIds.filter((id) => hitsOf(id).includes('poverty')), ['dropped-out', 'household-need', 'left-for-work']); // biome-ignore format: a table
});
