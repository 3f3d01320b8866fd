import {
  addDays,
  changed,
  coded,
  command,
  fields,
  has,
  Id,
  IsoDate,
  narrative,
  oneOf,
  Prose,
  refuse,
  shown,
} from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { definePart } from '../part.ts';
import type { CaseState } from '../state/case.ts';
import type { Transfer, Transfers } from '../state/transfers.ts';

/** The offer that waits for an answer; at most one does. */
const waiting = (state: CaseState): Transfer | undefined => state.transfers.find(({ answer }) => answer === null);

/** The case given to another worker: offered, and theirs once they take it. */
export const transfers = definePart({
  'transfer-offered': fields({
    transfer: coded(Id),
    to: coded(Id, shown.user),
    by: coded(Id),
    on: coded(IsoDate),
    answerBy: coded(IsoDate),
    because: narrative(Prose, shown.prose),
  }),
  'transfer-accepted': fields({ transfer: coded(Id), on: coded(IsoDate) }),
  'transfer-declined': fields({ transfer: coded(Id), on: coded(IsoDate), because: narrative(Prose, shown.prose) }),
  'transfer-withdrawn': fields({ transfer: coded(Id), on: coded(IsoDate) }),
})({
  slice: 'transfers',
  initial: [] as Transfers,
  evolve: {
    'transfer-offered': (slice, { type: _, transfer: id, ...offered }) => [...slice, { id, ...offered, answer: null, answeredOn: null }],
    'transfer-accepted': (slice, { transfer, on }) => changed(slice, transfer, { answer: 'accepted', answeredOn: on }),
    'transfer-declined': (slice, { transfer, on }) => changed(slice, transfer, { answer: 'declined', answeredOn: on }),
    'transfer-withdrawn': (slice, { transfer, on }) => changed(slice, transfer, { answer: 'withdrawn', answeredOn: on }),
  },
  commands: {
    'offer-transfer': command({
      summary: 'Offer the case to another worker; responsibility moves when they take it',
      in: ['open'],
      by: 'worker',
      input: fields({ transfer: Id, to: WorkerId, because: Prose }),
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
      in: ['open'],
      by: 'team',
      input: fields({ transfer: Id, how: oneOf('accepted', 'declined'), because: Prose }),
      about: 'transfer',
      among: ({ transfers: all }) => all,
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
      in: ['open'],
      by: 'worker',
      input: fields({ transfer: Id }),
      about: 'transfer',
      among: ({ transfers: all }) => all,
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
