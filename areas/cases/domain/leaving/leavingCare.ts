import { addMonths, fullAge, refuse, soleId, without } from '../../../../platform/decider/index.ts';
import { command, definePart } from '../part.ts';
import { bornOf } from '../safety/protection.ts';
import type { CaseState } from '../state/case.ts';
import { leavingCareEvents as events } from './state.ts';

/** How long before the birthday leaving care is prepared: Olle's own. */
const preparedMonths = 6;

/** The first day on which the young person may be of age; null where nothing is known of their birth. */
const mayBeOfAge = (state: CaseState): string | null => {
  const born = bornOf(state);
  return born === null ? null : addMonths(born.first, 12 * fullAge);
};

/** The handover to adult services at 18, with the word of the young person. */
export const leavingCare = definePart(events)({
  slice: 'leavingCare',
  page: 'follow-up',
  initial: null,
  evolve: { 'care-left': (_, { type: _type, ...left }) => left },
  commands: {
    'leave-care': command({
      summary: 'Record the handover of a young person to adult services, and what they say to it',
      by: 'worker',
      input: without(events['care-left'], 'by'),
      decide(state, given, { actor }) {
        const from = mayBeOfAge(state);
        if (given.wish === 'wants' && !given.service) return refuse('cases.say-which-service', {}, ['/service']);
        const prepared = from === null ? undefined : addMonths(from, -2 * preparedMonths);
        if (prepared && given.on < prepared) return refuse('cases.leaves-care-later', { on: prepared }, ['/on']);
        return [{ type: 'care-left', ...given, by: actor.id }];
      },
    }),
  },
  tasks(state) {
    const from = mayBeOfAge(state);
    // Whoever was of age before the case began does not leave care.
    if (state.leavingCare || from === null || from <= state.openedOn) return [];
    const due = [addMonths(from, -preparedMonths), state.openedOn].sort().at(-1)!;
    return [{ id: soleId, kind: 'leave-care', who: null, due }];
  },
  hinders: (state, reason) => (reason === 'of-age' && !state.leavingCare ? [refuse('cases.care-not-left')] : []),
});
