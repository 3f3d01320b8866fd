import { Type } from 'typebox';
import { coded, command, type Data, defineRecord, type EventOf, field, fields } from '../../../platform/decider/index.ts';
import { PendingReason } from './reason.ts';

const Pending = fields({ person: field.id, pending: coded(Type.Array(PendingReason)) });
const pendingReasonEvents = { 'reasons-pending': Pending };
export type PendingReasonEvent = EventOf<typeof pendingReasonEvents>;

/** Reasons that a person is not on the list for, only because nobody has said yet whether rows are that person's. One a person. */
export type PendingReasonState = Data<typeof Pending>;

export const pendingReasonRecord = defineRecord<PendingReasonState, PendingReasonEvent>()({
  kind: 'risks.pending-reason',
  events: pendingReasonEvents,
  facts: () => ({}),
  grants: {},
  evolve: (_, { person, pending }) => ({ person, pending }),
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
