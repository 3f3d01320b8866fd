import { coded, defineRecord, type EventOf, fields, Id, IdOf, IsoDate, narrative, Prose, refuse } from '../../../platform/decider/index.ts';

const holdEvents = {
  'hold-placed': fields({ person: coded(Id), by: coded(Id), on: coded(IsoDate), because: narrative(Prose) }),
  'hold-lifted': fields({ by: coded(Id), on: coded(IsoDate), because: narrative(Prose) }),
};
export type HoldEvent = EventOf<typeof holdEvents>;

/** What keeps a person's records from being erased: a court that may ask for them, a claim that is open. */
export interface HoldState {
  readonly status: 'placed' | 'lifted';
  readonly person: string;
  readonly because: string;
  readonly placedBy: string;
  readonly placedOn: string;
}

export const holdRecord = defineRecord<HoldState, HoldEvent>({
  kind: 'protection.hold',
  events: holdEvents,
  // What it says is about the person, and goes when the person is erased.
  subject: (first) => (first.type === 'hold-placed' ? first.person : undefined),
  facts: (state) => ({ status: state.status }),
  evolve(state, event) {
    if (event.type === 'hold-lifted') return { ...state!, status: 'lifted' };
    return { status: 'placed', person: event.person, because: event.because, placedBy: event.by, placedOn: event.on };
  },
  commands: {
    place: {
      summary: "Keep a person's records from being erased, and say why",
      input: fields({ person: IdOf('people.person'), because: Prose }),
      decide(state, input, { today, actor }) {
        if (state) return refuse('protection.held-already');
        return [{ type: 'hold-placed', ...(input as { person: string; because: string }), by: actor.id, on: today }];
      },
    },
    lift: {
      summary: 'Say that the records may be erased again, and why',
      input: fields({ because: Prose }),
      decide(state, input, { today, actor }) {
        if (!state) return refuse('ledger.not-found');
        if (state.status === 'lifted') return refuse('protection.lifted-already');
        return [{ type: 'hold-lifted', by: actor.id, on: today, because: (input as { because: string }).because }];
      },
    },
  },
});
