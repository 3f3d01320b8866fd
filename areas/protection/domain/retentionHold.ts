import {
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IdOf,
  IsoDate,
  narrative,
  Prose,
  shown,
} from '../../../platform/decider/index.ts';

const retentionHoldEvents = {
  'retention-hold-placed': fields({ person: coded(Id), by: coded(Id), on: coded(IsoDate), because: narrative(Prose, shown.prose) }),
  'retention-hold-lifted': fields({ by: coded(Id), on: coded(IsoDate), because: narrative(Prose, shown.prose) }),
};
export type RetentionHoldEvent = EventOf<typeof retentionHoldEvents>;

/** What keeps a person's records from being erased: a court that may ask for them, a claim that is open. */
export interface RetentionHoldState {
  readonly status: 'placed' | 'lifted';
  readonly person: string;
  readonly because: string;
  readonly placedBy: string;
  readonly placedOn: string;
  readonly lifted: { readonly by: string; readonly on: string; readonly because: string } | null;
}

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
    if (event.type === 'retention-hold-lifted') return { ...state!, status: 'lifted', lifted: { by, on, because } };
    return { status: 'placed', person: event.person, because, placedBy: by, placedOn: on, lifted: null };
  },
  commands: {
    place: command({
      summary: "Keep a person's records from being erased, and say why",
      in: 'new',
      by: 'officer',
      input: fields({ person: IdOf('people.person'), because: Prose }),
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
