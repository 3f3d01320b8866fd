import { type Static, Type } from 'typebox';
import {
  type Actor,
  coded,
  command,
  defineRecord,
  type EventOf,
  field,
  fields,
  Id,
  IsoDate,
  Maybe,
  narrative,
  oneOf,
  Prose,
  refuse,
  shown,
} from '../../../platform/decider/index.ts';
import { Subject } from './subject.ts';

/** Why somebody is erased: the grounds of article 17 (1) GDPR, in the words of an office, which other laws share. */
export const grounds = ['not-needed', 'consent-withdrawn', 'objection', 'unlawful', 'legal-duty'] as const;
const GroundSchema = oneOf(...grounds);
const Subjects = Type.Array(Id);
const decided = { by: field.id, on: field.date };
/** Whose keys were destroyed, and how many records became unreadable. */
const destroyed = { subjects: coded(Subjects), records: coded(Type.Integer(), shown.number) };

const erasureEvents = {
  'erasure-asked': fields({ person: field.id, ground: coded(GroundSchema), ...decided, because: field.prose }),
  'erasure-withdrawn': fields(decided),
  'erasure-declined': fields({ ...decided, because: field.prose }),
  erased: fields({ ...decided, ...destroyed }),
  /** Made again in a database that was brought back from a copy older than the erasure. */
  'erased-again': fields({ person: field.id, ground: coded(GroundSchema), erasedOn: field.date, on: field.date, ...destroyed }),
};
export type ErasureEvent = EventOf<typeof erasureEvents>;

/** What of an erasure names nobody and tells nothing. */
export const erasureColumns = {
  status: field.choice(['asked', 'withdrawn', 'declined', 'erased']),
  person: field.id,
  ground: coded(GroundSchema),
  /** Null where the asking was lost with a database and the erasure was made again. */
  askedBy: field.idOrNone,
  askedOn: coded(Maybe(IsoDate)),
  settledBy: field.idOrNone,
  settledOn: coded(Maybe(IsoDate)),
};
/** Somebody's erasure: asked for by one, carried out by another. Sealed under its own key: it outlives whom it is about, and names nobody. */
export const Erasure = fields({
  ...erasureColumns,
  because: narrative(Maybe(Prose)),
  declinedBecause: narrative(Maybe(Prose)),
  ...destroyed,
});
export type ErasureState = Static<typeof Erasure>;

const nothingKnown = {
  ...{ askedBy: null, askedOn: null, because: null, settledBy: null, settledOn: null, declinedBecause: null },
  ...{ subjects: [], records: 0 },
};
const isSecond = ({ askedBy }: ErasureState, { id }: Actor) => askedBy !== id;

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
  acts: { read: 'second-person', confirm: { by: 'second-person', in: ['asked'], offered: isSecond } },
  evolve(state, event) {
    switch (event.type) {
      case 'erasure-asked': {
        const { person, ground, by: askedBy, on: askedOn, because } = event;
        return { ...nothingKnown, status: 'asked', person, ground, askedBy, askedOn, because };
      }
      case 'erasure-withdrawn':
        return { ...state!, status: 'withdrawn', settledBy: event.by, settledOn: event.on };
      case 'erasure-declined':
        return { ...state!, status: 'declined', settledBy: event.by, settledOn: event.on, declinedBecause: event.because };
      case 'erased': {
        const { by: settledBy, on: settledOn, subjects, records } = event;
        return { ...state!, status: 'erased', settledBy, settledOn, subjects, records };
      }
      case 'erased-again': {
        const { person, ground, erasedOn: settledOn, subjects, records } = event;
        return { ...(state ?? nothingKnown), status: 'erased', person, ground, settledOn, subjects, records };
      }
    }
  },
  commands: {
    ask: command({
      summary: 'Ask that a person be erased, and say why; somebody else decides',
      in: 'new',
      by: 'officer',
      input: fields({ person: Subject, ground: GroundSchema, because: Prose }),
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
      offered: isSecond,
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
