import type { Static } from 'typebox';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  field,
  fields,
  IsoDate,
  Maybe,
  narrative,
  Prose,
} from '../../../platform/decider/index.ts';
import { Subject } from './subject.ts';

const retentionHoldEvents = {
  'retention-hold-placed': fields({ person: field.id, by: field.id, on: field.date, because: field.prose }),
  'retention-hold-lifted': fields({ by: field.id, on: field.date, because: field.prose }),
};
export type RetentionHoldEvent = EventOf<typeof retentionHoldEvents>;

/** What keeps a person's records from being erased: a court that may ask for them, a claim that is open. */
export const RetentionHold = fields({
  status: field.choice(['placed', 'lifted']),
  person: field.id,
  because: field.prose,
  placedBy: field.id,
  placedOn: field.date,
  liftedBy: field.idOrNone,
  liftedOn: coded(Maybe(IsoDate)),
  liftedBecause: narrative(Maybe(Prose)),
});
export type RetentionHoldState = Static<typeof RetentionHold>;

export const retentionHoldRecord = defineRecord<RetentionHoldState, RetentionHoldEvent>()({
  kind: 'protection.retention-hold',
  events: retentionHoldEvents,
  // What it says is about the person, and goes when the person is erased.
  subject: (first) => (first.type === 'retention-hold-placed' ? first.person : undefined),
  facts: (state) => ({ status: state.status }),
  refusals: { existing: 'protection.retention-hold-placed', lifted: 'protection.retention-hold-lifted' },
  grants: { officer: { roles: ['data-protection-officer'], fixed: true } },
  acts: { read: 'officer' },
  evolve(state, event) {
    const { by, on, because } = event;
    if (event.type === 'retention-hold-lifted') return { ...state!, status: 'lifted', liftedBy: by, liftedOn: on, liftedBecause: because };
    const { person } = event;
    return { status: 'placed', person, because, placedBy: by, placedOn: on, liftedBy: null, liftedOn: null, liftedBecause: null };
  },
  commands: {
    place: command({
      summary: "Keep a person's records from being erased, and say why",
      in: 'new',
      by: 'officer',
      input: fields({ person: Subject, because: Prose }),
      decide: (_, input, { today, actor }) => [{ type: 'retention-hold-placed', ...input, by: actor.id, on: today }],
    }),
    lift: command({
      summary: 'Say that the records may be erased again, and why',
      in: ['placed'],
      by: 'officer',
      input: fields({ because: Prose }),
      decide: (_, { because }, { today, actor }) => [{ type: 'retention-hold-lifted', by: actor.id, on: today, because }],
    }),
  },
});
