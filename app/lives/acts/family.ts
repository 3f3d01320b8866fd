import type { Hand } from '../hand.ts';
import { people, type Someone, suspects } from '../world.ts';

/** Who the people around the child are, who is a suspect, and who acts for the child. */
export const family = ({ chance, act, boss, system, day, someone }: Hand) => ({
  record: (who: Someone = someone(), livesWithChild = chance.yes(0.5)) =>
    act('record-carer', () => ({ ...who, livesWithChild, contact: '' })),
  situation: (situation = chance.one(['with-family', 'separated', 'unaccompanied'])) => act('record-situation', () => ({ situation })),
  guardian: ({ carer }: Someone = chance.one([people[3], people[3], people[0], people[2], people[4]])) =>
    act('name-guardian', ({ today }) => ({
      ...{ carer, since: day(today) },
      basis: chance.one(['court', 'authority', 'interim', 'parent', 'trusted-adult', 'family-agreement']),
    })),
  endGuardian: () => act('end-guardian', ({ today }) => ({ on: day(today), because: 'Moved.' })),
  suspect: () => act('suspect-carer', () => ({ carer: someone().carer, because: 'Took money.' })),
  clear: () => act('clear-carer', () => ({ carer: someone().carer, because: 'Not so.' }), boss),
  link: () => act('hear-suspect', () => ({ suspect: chance.one(suspects), carer: someone().carer }), system),
  unlink: () => act('hear-no-suspect', () => ({ suspect: chance.one(suspects) }), system),
  authority: () =>
    act('record-authority', ({ today }) => ({
      ...{ carer: chance.one([people[0], people[1]]).carer, authority: chance.one(['taken', 'held']), on: day(today), because: 'Court.' },
    })),
  age: () =>
    act('record-age', () => ({
      ...{ basis: chance.one(['document', 'statement', 'assessment']), disputed: chance.yes(0.3) },
      ...{ born: chance.one(['2005', '2008-11', '2012-05-09', '2026', null, '2000-01-01']), note: 'Seen.' },
    })),
  conflict: () => act('record-conflict', ({ today }) => ({ on: day(today), because: 'Lives on the work.' })),
  endConflict: () => act('end-conflict', ({ today }) => ({ on: day(today), because: 'Settled.' }), boss),
});
