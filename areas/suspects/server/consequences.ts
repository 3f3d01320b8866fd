import type { Consequence, FollowUp } from '../../../platform/ledger/view.ts';
import { type CaseEvent, type CaseState, caseRecord } from '../../cases/domain/index.ts';
import { casesOf, type SuspectEvent, type SuspectState, suspectRecord, takenOf } from '../domain/index.ts';

/** A case knows who is suspected in it, by which record; records of one person give to each other what they hold. */
const fromSuspect: Consequence = {
  kinds: [suspectRecord.kind],
  follow: ({ id, state, events }) => {
    const { connections } = state as SuspectState;
    const heard = (one: { readonly case: string; readonly carer?: string | null | undefined }): FollowUp => ({
      kind: caseRecord.kind,
      id: one.case,
      name: 'hear-suspect',
      input: { suspect: id, ...(one.carer ? { carer: one.carer } : {}) },
    });
    const gone = (from: string): FollowUp => ({ kind: caseRecord.kind, id: from, name: 'hear-no-suspect', input: { suspect: id } });
    const toSuspect = (other: string, name: string, input: object): FollowUp => ({ kind: suspectRecord.kind, id: other, name, input });
    const still = new Set(casesOf(state as SuspectState).map((one) => one.case));
    return (events as unknown as readonly SuspectEvent[]).flatMap((event) => {
      switch (event.type) {
        case 'suspect-noted':
        case 'suspect-connected':
          return [heard(event)];
        case 'suspect-disconnected':
          return [gone(event.case)];
        // By another name they may be found at a place that was assessed.
        case 'learned':
          return event.said.length > 0 ? casesOf(state as SuspectState).map(heard) : [];
        case 'joined-into': {
          const taken = takenOf(state as SuspectState);
          const left = [...new Set(connections.map((one) => one.case))];
          return [toSuspect(event.into, 'take-up', { from: id, ...taken }), ...left.map(gone)];
        }
        case 'took-up':
        case 'took-back':
          return event.links.map(heard);
        case 'separated':
          return [toSuspect(event.from, 'give-back', { from: id })];
        case 'gave-back': {
          const { links, bases } = event;
          const left = [...new Set(links.map((one) => one.case))].filter((one) => !still.has(one));
          return [toSuspect(event.from, 'take-back', { links, bases }), ...left.map(gone)];
        }
        default:
          return [];
      }
    });
  },
};

/** Whoever works on a case now may see its suspects. */
const fromCase: Consequence = {
  kinds: [caseRecord.kind],
  follow: ({ id, state, events }) => {
    const { worker, links } = state as CaseState;
    const followWorker = (suspect: string): FollowUp => ({
      kind: suspectRecord.kind,
      id: suspect,
      name: 'follow-worker',
      input: { case: id, worker },
    });
    return (events as unknown as readonly CaseEvent[]).flatMap((event) => {
      switch (event.type) {
        case 'case-assigned':
          return links.suspects.map(({ suspect }) => followWorker(suspect));
        // Given to somebody else at the same moment: the case was locked, so that what it says is so.
        case 'suspect-linked':
          return [followWorker(event.suspect)];
        default:
          return [];
      }
    });
  },
};

export const suspectConsequences: readonly Consequence[] = [fromSuspect, fromCase];
