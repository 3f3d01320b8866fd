import { Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, field, fields, Id, oneOf } from '../../../platform/decider/index.ts';
import type { PendingReason } from './evaluate.ts';
import { ruleIds } from './ruleset.ts';

const PendingReasonList = Type.Array(fields({ rule: oneOf(...ruleIds), pairs: Type.Array(Id) }));
const Pending = fields({ person: field.id, pending: coded(PendingReasonList) });
const pendingReasonEvents = { 'reasons-pending': Pending };
export type PendingReasonEvent = EventOf<typeof pendingReasonEvents>;

/** Reasons that a person is not on the list for, only because nobody has said yet whether rows are that person's. One a person. */
export interface PendingReasonState {
  readonly person: string;
  readonly pending: readonly PendingReason[];
}

export const pendingReasonRecord = defineRecord<PendingReasonState, PendingReasonEvent>()({
  kind: 'risks.pending-reason',
  events: pendingReasonEvents,
  facts: () => ({}),
  grants: {},
  evolve: (_, { person, pending }) => ({ person, pending: pending as PendingReason[] }),
  commands: {
    note: command({
      summary: 'Note which reasons wait for a pair of rows to be judged, as it stands now',
      in: 'new-or-existing',
      by: 'system',
      input: Pending,
      decide: (state, { person, pending }) =>
        JSON.stringify(pending) === JSON.stringify(state?.pending ?? []) ? [] : [{ type: 'reasons-pending', person, pending }],
    }),
  },
});
