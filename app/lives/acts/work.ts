import { addDays } from '../../../platform/decider/index.ts';
import type { Hand } from '../hand.ts';
import { otherCase, partners } from '../world.ts';

const reasons = ['goals-met', 'moved', 'of-age', 'lost', 'died', 'services-declined', 'unfounded', 'duplicate', 'opened-in-error'];

/** The work on the file: notes and actions, referrals, other cases, and the end. */
export const work = ({ chance, newId, act, actOn, boss, day, someone }: Hand) => ({
  note: () => act('note', () => ({ text: 'Called.' })),
  assign: () => act('assign', ({ office }) => ({ worker: chance.one([office[0]!, office[0]!, office[1]!, office[4]!, null]) }), boss),
  action: () =>
    act('add-action', ({ today, office }) => ({ action: newId(), what: 'Call the school.', who: office[0]!, due: addDays(today, 5) })), // biome-ignore format: one act
  settleAction: () =>
    actOn(({ actions }) => actions.find(({ settled }) => settled === null), 'settle-action', ({ id }) => ({ action: id, how: 'done' })), // biome-ignore format: one act
  flag: () => act('raise-flag', () => ({ flag: newId(), reason: chance.one(['safety', 'safety', 'attention']), words: 'Look.' })),
  settleFlag: () =>
    actOn(({ flags }) => flags.find(({ settled }) => settled === null), 'settle-flag', ({ id }) => ({ flag: id, answer: 'Done.' })), // biome-ignore format: one act
  refer: () =>
    act('refer', () => ({
      ...{ referral: newId(), organisation: chance.one(partners), service: chance.one(['emergency-shelter', 'health', 'mental-health']) },
      ...{ urgency: 'urgent', handover: false, because: 'Help.', told: { name: 'Maya' } },
    })),
  tellPartner: () =>
    actOn(
      ({ referrals }) => referrals.at(-1),
      'tell-partner',
      ({ id }) => ({ referral: id, text: 'More.' }),
    ),
  extend: () =>
    actOn(({ referrals }) => referrals.at(-1), 'extend-referral', ({ id }, { today }) => ({
      ...{ referral: id, until: addDays(today, chance.one([1, 5, 100])) },
    })), // biome-ignore format: one act
  linkCase: () => act('link-case', () => ({ other: otherCase, kind: chance.one(['same-child', 'sibling']) })),
  unlinkCase: () => act('unlink-case', () => ({ other: otherCase, because: 'Not so.' })),
  decline: () =>
    act('decline-services', ({ today }) => ({
      ...{ child: chance.one(['declines', 'declines', 'wants-services', 'cannot-say']), on: day(today), dangerRuledOut: 'Seen at home.' },
      carer: chance.yes(0.8) ? someone().carer : null,
    })),
  ask: (reason = chance.one(reasons)) => act('ask-approval', () => ({ approval: newId(), subject: 'closure', reason, note: 'Please.' })),
  approve: () =>
    actOn(({ approvals }) => approvals.findLast(({ verdict }) => verdict === 'asked'), 'give-approval', ({ id }) => ({
      ...{ approval: id, verdict: chance.one(['approved', 'approved', 'approved', 'returned']), note: 'Read.' },
    }), boss), // biome-ignore format: one act
  close: (reason = chance.one(reasons)) => act('close', () => ({ reason, summary: 'It is over.' })),
  reopen: () => act('reopen', () => ({ because: 'They came back.' }), boss),
});
