import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relations } from '../choices.ts';
import { anId, given, opened } from '../testing.ts';
import { consentFor } from './consentFor.ts';

const today = '2026-11-23';
const [mother, other] = [anId(1), anId(2)];
const carer = (id: string, relation: string) => ['record-carer', { carer: id, name: 'A carer', relation, livesWithChild: true, contact: '' }] as const; // biome-ignore format: one line
let made = 100;
const says = (who: string, more: object = {}) =>
  [
    'record-consent',
    {
      ...{ consent: anId(++made), who, purpose: 'case-work', partner: null, answer: 'given', on: today, language: 'ne' },
      ...{ interpreter: false, how: 'spoken', told: ['purpose', 'use', 'withdrawal', 'retention'], ...more },
    },
  ] as const;
const refuses = (who: string) => says(who, { answer: 'refused', told: [] });
const guardian = (id: string, basis: string, since = '2026-11-20') => ['name-guardian', { carer: id, since, basis }] as const;
type File = ReturnType<typeof given>;
const does = (file: File, ...commands: readonly (readonly [name: string, input: object])[]) =>
  commands.reduce((world, [name, input]) => world.when(name, input).and(), file);
const file = does(given(opened), carer(mother, 'mother'));
const status = ({ state }: File, day = today) => {
  const { status: found, of } = consentFor(state, 'case-work', day);
  return of ? `${found} (${of})` : found;
};

test('a word of somebody who may not decide never changes what there is consent for, whatever they are to the child', () => {
  const before = [
    file,
    does(file, says(mother)),
    does(file, says(mother), says('child')),
    does(file, refuses(mother), says('child')),
    does(file, says('child')),
  ];
  for (const relation of relations.filter((one) => one !== 'mother' && one !== 'father'))
    for (const world of before) {
      const with3 = does(world, carer(other, relation));
      for (const word of [says(other), refuses(other)]) assert.deepEqual(consentFor(does(with3, word).state, 'case-work', today), consentFor(world.state, 'case-work', today), relation); // biome-ignore format: one rule
      if (relation === 'spouse') continue;
      const agreed = does(with3, guardian(other, 'family-agreement'), says(other));
      assert.equal(status(agreed), status(world), relation);
    }
});
test('given a guardian appointed by a court, an authority or the office, then their word decides, from the day they were appointed', () => {
  const neighbour = does(file, carer(other, 'neighbour'), says('child'), says(other, { on: '2026-11-19' }));
  assert.equal(status(neighbour), 'missing (carer)');
  for (const basis of ['court', 'authority', 'interim']) {
    const named = does(neighbour, guardian(other, basis));
    assert.equal(status(named), 'missing (carer)', 'what they said as a neighbour stays advice');
    assert.equal(status(does(named, says(other))), 'valid');
    assert.equal(status(does(named, refuses(other))), 'refused (carer)');
  }
  assert.equal(status(does(neighbour, guardian(other, 'family-agreement'), says(other))), 'missing (carer)');
});
test('given a parent whose authority was taken, then they advise; given back, they decide', () => {
  const taking = { carer: mother, authority: 'taken', on: today, because: 'Order of the family court.' };
  const taken = does(file, says('child'), says(mother), ['record-authority', taking]);
  assert.equal(status(taken), 'missing (carer)');
  assert.equal(status(does(taken, ['record-authority', { ...taking, authority: 'held' }])), 'valid');
  taken.when('record-authority', taking).then();
  taken.when('name-guardian', guardian(mother, 'parent')[1]).refused('cases.guardian-not-parent');
  does(file, carer(other, 'aunt-or-uncle'))
    .when('record-authority', { ...taking, carer: other })
    .refused('cases.authority-of-parent');
});
test('given the only parent is a suspect, then a trusted adult stands in, who is no institution; never while a parent may decide', () => {
  const people = does(file, says('child'), carer(other, 'neighbour'));
  people.when('name-guardian', guardian(other, 'trusted-adult')[1]).refused('cases.trusted-adult-last');
  const suspected = does(people, ['suspect-carer', { carer: mother, because: 'Took money.' }]);
  const named = does(suspected, guardian(other, 'trusted-adult'), says(other));
  assert.equal(status(named), 'valid');
  does(suspected, carer(anId(3), 'institution'))
    .when('name-guardian', guardian(anId(3), 'trusted-adult')[1])
    .refused('cases.trusted-adult-last');
  assert.equal(status(does(named, carer(anId(4), 'father'))), 'missing (carer)', 'the father is asked');
});
test('when a spouse is named as guardian of a child, or an aunt as a parent, then it is refused', () => {
  does(file, carer(other, 'spouse')).when('name-guardian', guardian(other, 'court')[1]).refused('cases.guardian-spouse');
  does(file, carer(other, 'aunt-or-uncle')).when('name-guardian', guardian(other, 'parent')[1]).refused('cases.guardian-not-parent');
});
test('given a guardian who says nothing, then that is no consent', () => {
  assert.equal(status(does(file, carer(other, 'appointed'), guardian(other, 'court'), says('child'))), 'missing (carer)');
});

const from = (ownConsentFromAge: number, purpose = 'case-work', born = opened) =>
  given(born, {
    ...{ type: 'consent-given', consent: anId(9), who: 'child', purpose, partner: null, on: today, at: `${today}T04:00:00.000Z` },
    ...{ until: '2027-11-23', language: 'ne', interpreter: false, how: 'spoken', told: [], assentFromAge: 7, ownConsentFromAge },
  } as never);
test('given a city whose law lets a child decide from an age, then their own consent is enough from then on', () => {
  assert.equal(status(from(12)), 'missing (carer)', 'eleven or twelve: in doubt a carer is asked');
  const born = { ...opened, born: { first: '2012-01-01', last: '2012-12-31' } } as typeof opened;
  assert.equal(status(from(13, 'case-work', born)), 'valid');
  assert.equal(status(from(14, 'case-work', born)), 'missing (carer)');
  for (const purpose of ['interview', 'photograph', 'research'] as const)
    assert.equal(consentFor(from(13, purpose, born).state, purpose, today).of, 'carer', 'with a carer where appropriate');
});
