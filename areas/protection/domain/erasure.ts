import { Type } from 'typebox';
import {
  coded,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IdOf,
  IsoDate,
  narrative,
  oneOf,
  Prose,
  type Refusal,
  refuse,
} from '../../../platform/decider/index.ts';

/** Why somebody is erased: the grounds of article 17 (1) GDPR, in the words of an office, which other laws share. */
export const grounds = ['not-needed', 'consent-withdrawn', 'objection', 'unlawful', 'legal-duty'] as const;
export type Ground = (typeof grounds)[number];
const GroundSchema = oneOf(...grounds);
const Subjects = Type.Array(Id);

const erasureEvents = {
  'erasure-asked': fields({
    person: coded(Id),
    ground: coded(GroundSchema),
    by: coded(Id),
    on: coded(IsoDate),
    because: narrative(Prose),
  }),
  'erasure-withdrawn': fields({ by: coded(Id), on: coded(IsoDate) }),
  'erasure-declined': fields({ by: coded(Id), on: coded(IsoDate), because: narrative(Prose) }),
  /** `subjects` are those whose keys were destroyed; `records` counts what became unreadable. */
  erased: fields({ by: coded(Id), on: coded(IsoDate), subjects: coded(Subjects), records: coded(Type.Integer()) }),
  /** Made again in a database that was brought back from a copy older than the erasure. */
  'erased-again': fields({
    person: coded(Id),
    ground: coded(GroundSchema),
    erasedOn: coded(IsoDate),
    on: coded(IsoDate),
    subjects: coded(Subjects),
    records: coded(Type.Integer()),
  }),
};
export type ErasureEvent = EventOf<typeof erasureEvents>;

/** Somebody's erasure: asked for by one, carried out by another. Sealed under its own key: it outlives whom it is about, and names nobody. */
export interface ErasureState {
  readonly status: 'asked' | 'withdrawn' | 'declined' | 'erased';
  readonly person: string;
  readonly ground: Ground;
  /** Null where the asking was lost with a database and the erasure was made again. */
  readonly askedBy: string | null;
  readonly askedOn: string | null;
  readonly because: string | null;
  readonly settledBy: string | null;
  readonly settledOn: string | null;
  readonly declinedBecause: string | null;
  readonly subjects: readonly string[];
  readonly records: number;
}

/** Why nothing more can be decided; undefined where it can. */
function waits(state: ErasureState | undefined): Refusal | undefined {
  if (!state) return refuse('ledger.not-found');
  return state.status === 'asked' ? undefined : refuse('protection.settled');
}

export const erasureRecord = defineRecord<ErasureState, ErasureEvent>({
  kind: 'protection.erasure',
  events: erasureEvents,
  facts: (state) => ({ status: state.status }),
  evolve(state, event) {
    switch (event.type) {
      case 'erasure-asked':
        return {
          status: 'asked',
          person: event.person,
          ground: event.ground,
          askedBy: event.by,
          askedOn: event.on,
          because: event.because,
          settledBy: null,
          settledOn: null,
          declinedBecause: null,
          subjects: [],
          records: 0,
        };
      case 'erasure-withdrawn':
        return { ...state!, status: 'withdrawn', settledBy: event.by, settledOn: event.on };
      case 'erasure-declined':
        return { ...state!, status: 'declined', settledBy: event.by, settledOn: event.on, declinedBecause: event.because };
      case 'erased':
        return { ...state!, status: 'erased', settledBy: event.by, settledOn: event.on, subjects: event.subjects, records: event.records };
      case 'erased-again': {
        const lost = { askedBy: null, askedOn: null, because: null, settledBy: null, declinedBecause: null };
        const { person, ground, erasedOn, subjects, records } = event;
        return { ...(state ?? lost), status: 'erased', person, ground, settledOn: erasedOn, subjects, records };
      }
    }
  },
  commands: {
    ask: {
      summary: 'Ask that a person be erased, and say why; somebody else decides',
      input: fields({ person: IdOf('people.person'), ground: GroundSchema, because: Prose }),
      decide(state, input, { today, actor }) {
        if (state) return refuse('protection.asked-already');
        return [{ type: 'erasure-asked', ...(input as { person: string; ground: Ground; because: string }), by: actor.id, on: today }];
      },
    },
    withdraw: {
      summary: 'Take back the asking',
      input: fields({}),
      decide: (state, _, { today, actor }) => waits(state) ?? [{ type: 'erasure-withdrawn', by: actor.id, on: today }],
    },
    decline: {
      summary: 'Say that a person is not erased, and why',
      input: fields({ because: Prose }),
      decide: (state, input, { today, actor }) =>
        waits(state) ?? [{ type: 'erasure-declined', by: actor.id, on: today, because: (input as { because: string }).because }],
    },
    complete: {
      summary: 'Note that a person was erased: by the system, in the transaction that destroys the keys',
      input: fields({ by: Id, subjects: Subjects, records: Type.Integer() }),
      decide(state, input, { today }) {
        const { by, subjects, records } = input as { by: string; subjects: string[]; records: number };
        const refused = waits(state);
        if (refused) return refused;
        if (state!.askedBy === by) return refuse('protection.second-person');
        return [{ type: 'erased', by, on: today, subjects: [...subjects], records }];
      },
    },
    repeat: {
      summary: 'Note that an erasure was made again after a restore',
      input: fields({ person: Id, ground: GroundSchema, erasedOn: IsoDate, subjects: Subjects, records: Type.Integer() }),
      decide(state, input, { today }) {
        if (state?.status === 'erased') return [];
        const again = input as { person: string; ground: Ground; erasedOn: string; subjects: string[]; records: number };
        return [{ type: 'erased-again', ...again, subjects: [...again.subjects], on: today }];
      },
    },
  },
});
