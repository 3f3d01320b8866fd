import { Type } from 'typebox';
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
  oneOf,
  Prose,
  refuse,
  shown,
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
    because: narrative(Prose, shown.prose),
  }),
  'erasure-withdrawn': fields({ by: coded(Id), on: coded(IsoDate) }),
  'erasure-declined': fields({ by: coded(Id), on: coded(IsoDate), because: narrative(Prose, shown.prose) }),
  /** `subjects` are those whose keys were destroyed; `records` counts what became unreadable. */
  erased: fields({ by: coded(Id), on: coded(IsoDate), subjects: coded(Subjects), records: coded(Type.Integer(), shown.number) }),
  /** Made again in a database that was brought back from a copy older than the erasure. */
  'erased-again': fields({
    person: coded(Id),
    ground: coded(GroundSchema),
    erasedOn: coded(IsoDate),
    on: coded(IsoDate),
    subjects: coded(Subjects),
    records: coded(Type.Integer(), shown.number),
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

export const erasureRecord = defineRecord<ErasureState, ErasureEvent>()({
  kind: 'protection.erasure',
  events: erasureEvents,
  facts: (state) => ({ status: state.status }),
  refusals: {
    existing: 'protection.asked-already',
    withdrawn: 'protection.settled',
    declined: 'protection.settled',
    erased: 'protection.settled',
  },
  grants: {
    officer: { roles: ['data-protection-officer'], fixed: true, includes: ['second-person'] },
    // Another officer than the one who asked, or a supervisor, who knows the work.
    'second-person': { roles: ['supervisor'], fixed: true },
  },
  acts: { read: 'second-person', confirm: 'second-person' },
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
    ask: command({
      summary: 'Ask that a person be erased, and say why; somebody else decides',
      in: 'new',
      by: 'officer',
      input: fields({ person: IdOf('people.person'), ground: GroundSchema, because: Prose }),
      decide: (_, input, { today, actor }) => [{ type: 'erasure-asked', ...input, by: actor.id, on: today }],
    }),
    withdraw: command({
      summary: 'Take back the asking',
      in: ['asked'],
      by: 'officer',
      input: fields({}),
      decide: (_, __, { today, actor }) => [{ type: 'erasure-withdrawn', by: actor.id, on: today }],
    }),
    decline: command({
      summary: 'Say that a person is not erased, and why',
      in: ['asked'],
      by: 'second-person',
      offered: ({ askedBy }, { id }) => askedBy !== id,
      input: fields({ because: Prose }),
      decide: (_, { because }, { today, actor }) => [{ type: 'erasure-declined', by: actor.id, on: today, because }],
    }),
    complete: command({
      summary: 'Note that a person was erased: by the system, in the transaction that destroys the keys',
      in: ['asked'],
      by: 'system',
      input: fields({ by: Id, subjects: Subjects, records: Type.Integer() }),
      // The system acts, so `by` is compared and not the actor.
      decide: (state, { by, subjects, records }, { today }) =>
        state.askedBy === by ? refuse('protection.second-person') : [{ type: 'erased', by, on: today, subjects, records }],
    }),
    repeat: command({
      summary: 'Note that an erasure was made again after a restore',
      in: 'new-or-existing',
      by: 'system',
      input: fields({ person: Id, ground: GroundSchema, erasedOn: IsoDate, subjects: Subjects, records: Type.Integer() }),
      decide: (state, again, { today }) => (state?.status === 'erased' ? [] : [{ type: 'erased-again', ...again, on: today }]),
    }),
  },
});
