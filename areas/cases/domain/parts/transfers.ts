import { addDays, changed, field, fields, has, refuse, without } from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import type { CaseState } from '../state/case.ts';
import { type Transfer, transferEvents } from '../state/transfers.ts';

/** The offer that waits for an answer; at most one does. */
const waiting = (state: CaseState): Transfer | undefined => state.transfers.find(({ answer }) => answer === null);

/** The case given to another worker: offered, and theirs once they take it. */
export const transfers = definePart(transferEvents)({
  slice: 'transfers',
  page: 'services',
  initial: [],
  evolve: {
    'transfer-offered': (slice, { type: _, transfer: id, ...offered }) => [...slice, { id, ...offered, answer: null, answeredOn: null }],
    'transfer-accepted': (slice, { transfer, on }) => changed(slice, transfer, { answer: 'accepted', answeredOn: on }),
    'transfer-declined': (slice, { transfer, on }) => changed(slice, transfer, { answer: 'declined', answeredOn: on }),
    'transfer-withdrawn': (slice, { transfer, on }) => changed(slice, transfer, { answer: 'withdrawn', answeredOn: on }),
  },
  commands: {
    'offer-transfer': command({
      summary: 'Offer the case to another worker; responsibility moves when they take it',
      by: 'worker',
      input: fields({ transfer: field.id, to: WorkerId, because: field.prose }),
      consults: () => [limitsConsulted],
      decide(state, { transfer, to, because }, context) {
        const { today, actor } = context;
        if (has(state.transfers, transfer)) return [];
        if (waiting(state)) return refuse('cases.transfer-waits');
        if (to === state.worker) return refuse('cases.own-case', {}, ['/to']);
        const answerBy = addDays(today, limitsNow(context).values.referralDays);
        return [{ type: 'transfer-offered', transfer, to, by: actor.id, on: today, answerBy, because }];
      },
    }),
    'answer-transfer': command({
      summary: 'Take a case that was offered, or say why not',
      by: 'team',
      input: fields({ transfer: field.id, how: field.choice(['accepted', 'declined']), because: field.prose }),
      about: 'transfer',
      decide(state, { transfer, how, because }, { today: on, actor }, one) {
        if (one.to !== actor.id) return refuse('cases.transfer-to-another');
        if (one.answer !== null) return one.answer === how ? [] : refuse('cases.transfer-answered');
        if (how === 'declined') return [{ type: 'transfer-declined', transfer, on, because }];
        // The file itself says whose it is: its own event moves it.
        const moved = { type: 'case-assigned' as const, worker: one.to, by: actor.id, from: state.worker };
        return [{ type: 'transfer-accepted', transfer, on }, moved];
      },
    }),
    'withdraw-transfer': command({
      summary: 'Take back the offer of a case that nobody has answered',
      by: 'worker',
      input: without(transferEvents['transfer-withdrawn'], 'on'),
      about: 'transfer',
      decide(_, { transfer }, { today: on }, { answer }) {
        if (answer === 'withdrawn') return [];
        return answer === null ? [{ type: 'transfer-withdrawn', transfer, on }] : refuse('cases.transfer-answered');
      },
    }),
  },
  tasks(state) {
    const one = waiting(state);
    return one ? [{ id: one.id, kind: 'transfer', who: one.to, due: one.answerBy }] : [];
  },
  hinders: (state) => (waiting(state) ? [refuse('cases.transfer-waits')] : []),
});
