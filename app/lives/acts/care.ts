import type { CaseState } from '../../../areas/cases/domain/state/case.ts';
import { addDays } from '../../../platform/decider/index.ts';
import type { Hand } from '../hand.ts';
import { houses, solutions } from '../world.ts';

const kinds = ['family', 'kin', 'foster', 'shelter', 'independent'];

/** Where the child is and is to live, and what is found to be best for them. */
export const care = ({ chance, newId, act, actOn, boss, day, slips, someone }: Hand) => {
  /** As the place was assessed, mostly. */
  const kindOf = (state: CaseState | undefined, house: string): string => {
    const known = state?.bestInterests.places.find(({ id }) => id === house)?.kind;
    return known && !slips() ? known : chance.one(kinds);
  };
  return {
    assess: (place = chance.one(houses), result = chance.one(['safe', 'safe', 'safe', 'safe-with-conditions', 'not-safe'])) =>
      act('assess-place', ({ today }) => ({
        ...{ assessment: newId(), place, kind: chance.one(kinds), name: 'A house', by: 'Asha' },
        ...{ country: chance.yes(0.1) ? 'IN' : null, carer: chance.yes(0.5) ? someone().carer : null, on: day(today), result },
        ...{ jointlyWith: chance.yes(0.7) ? 'The office there' : '', reasons: 'Seen.' },
        people: chance.yes(0.3) ? [{ how: chance.one(['lives', 'visits']), name: someone().name }] : [],
      })),
    weigh: () =>
      act('assess-interests', ({ today }) => ({
        ...{ assessment: newId(), on: day(today), hearing: slips() ? 'observed' : 'heard', childView: 'To be home.', options: 'Two.' },
        ...{ finding: 'This one.', reviewOn: addDays(today, 30) },
      })),
    determine: (solution = chance.one(solutions)) =>
      act('record-determination', ({ today }) => ({
        ...{ determination: newId(), on: day(today), hearing: slips() ? chance.one(['not-possible', 'not-yet']) : 'heard', solution },
        ...{ reviewOn: addDays(today, chance.one([20, 30, 90, 180])), childView: slips() ? '' : 'To be home.' },
        participants: [
          { role: 'supervisor', name: 'Asha' },
          ...(slips() ? [] : [{ role: 'child-protection', name: 'Bimala' }]),
          ...(slips() ? [] : [{ role: 'guardian', name: 'Asha Lama' }]),
          { role: 'teacher', name: slips() ? chance.one(['Asha', someone().name]) : 'Kamala' },
        ],
        ...{ options: 'Two.', decision: 'This one.', wish: slips() ? 'not-followed' : 'followed' },
      })),
    decide: (solution = chance.one(solutions)) => act('decide-solution', () => ({ solution }), boss),
    whereabouts: () =>
      act('record-whereabouts', ({ today }) => ({
        ...{ stay: newId(), since: day(today) },
        fact: chance.one(['detention', 'hospital', 'with-employer', 'street', 'unsafe-home', 'elsewhere', 'elsewhere', 'unknown']),
      })),
    place: (house = chance.one(houses)) =>
      act('place-child', ({ today, state }) => ({
        ...{ placement: newId(), kind: kindOf(state, house), place: house, from: day(today) },
        ...{ responsible: 'The aunt', reason: 'Not safe at home.' },
      })),
    placeAtOnce: () =>
      act(
        'place-in-emergency',
        ({ today }) => ({
          ...{ placement: newId(), kind: chance.one(['kin', 'foster', 'shelter', 'family']), place: chance.one(houses), from: day(today) },
          ...{ responsible: 'The shelter', reason: 'Tonight.', name: 'A house' },
        }),
        boss,
      ),
    leave: () =>
      act('record-leaving', ({ today }) => ({ stay: newId(), how: chance.one(['ran-away', 'taken-away', 'moved-out']), on: day(today) })), // biome-ignore format: one act
    trace: () => act('request-tracing', () => ({ tracing: newId(), whom: 'An aunt', through: 'Red Cross' })),
    traced: () =>
      actOn(({ placements }) => placements.tracings.at(-1), 'record-tracing', ({ id }, { today }) => ({
        ...{ tracing: id, step: chance.one(['searching', 'found', 'verified', 'not-found', 'stopped']), on: day(today), note: 'Met.' },
      })), // biome-ignore format: one act
  };
};
