import { Type } from 'typebox';
import {
  BornSchema,
  coded,
  command,
  type Data,
  defineRecord,
  type EventOf,
  field,
  fields,
  IdOf,
  identity,
  Maybe,
  narrative,
  oneOf,
  Prose,
  without,
} from '../../../platform/decider/index.ts';
import { dismissReasons, sources } from './choices.ts';

/** A person of the registers, or nobody known. */
const KnownPerson = Maybe(IdOf('people.person'));
const concernEvents = {
  'concern-raised': fields({
    person: field.idOrNone,
    source: field.word('source', sources),
    ward: coded(Maybe(Type.String({ maxLength: 60 }))),
    born: identity(Maybe(BornSchema)),
    by: field.id,
    on: field.date,
    name: field.name,
    what: narrative(Prose),
  }),
  'concern-linked': fields({ person: field.idOrNone, by: field.id }),
  'concern-accepted': fields({ case: field.id, by: field.id, on: field.date }),
  'concern-dismissed': fields({
    reason: field.word('concerns.because', dismissReasons),
    by: field.id,
    on: field.date,
    because: field.prose,
  }),
  'concern-reopened': fields({ by: field.id, on: field.date, because: field.prose }),
};
export type ConcernEvent = EventOf<typeof concernEvents>;

const { by: raisedBy, on: raisedOn, ...raised } = concernEvents['concern-raised'].properties;
/** What somebody worries about for a child, until it is decided whether it becomes a case. */
export const Concern = Type.Object({
  status: oneOf('open', 'accepted', 'dismissed'),
  // The person is null for a child whom no register is known to hold.
  ...raised,
  /** The person under whose key the concern is sealed; null where it is under its own. */
  sealedFor: raised.person,
  raisedBy,
  raisedOn,
  case: Maybe(field.id),
  dismissedBecause: Maybe(concernEvents['concern-dismissed'].properties.reason),
});
export type ConcernState = Data<typeof Concern>;

export const concernRecord = defineRecord<ConcernState, ConcernEvent>()({
  kind: 'cases.concern',
  events: concernEvents,
  subject: (first) => (first.type === 'concern-raised' ? (first.person ?? undefined) : undefined),
  facts: (state) => ({ status: state.status, raisedBy: state.raisedBy, ward: state.ward }),
  refusals: {
    existing: 'cases.concern-exists',
    open: 'cases.concern-open',
    accepted: 'cases.concern-settled',
    dismissed: 'cases.concern-settled',
  },
  grants: {
    raiser: {
      roles: ['case-worker', 'supervisor', 'registrar'],
      mayAlso: ['monitoring-officer', 'clinic', 'legal', 'campaign', 'triage', 'volunteer', 'trainer', 'exchange-officer'],
      where: ({ id }) => ({ raisedBy: id }),
    },
    worker: { roles: ['case-worker'], mayAlso: ['triage'], where: () => ({ status: 'open' }) },
    supervisor: { roles: ['supervisor'], fixed: true, includes: ['worker'] },
  },
  acts: { read: ['raiser', 'worker'] },
  evolve(state, event) {
    switch (event.type) {
      case 'concern-raised': {
        const { type: _, by, on, ...rest } = event;
        return { ...rest, sealedFor: rest.person, status: 'open', raisedBy: by, raisedOn: on, case: null, dismissedBecause: null };
      }
      case 'concern-linked':
        return { ...state!, person: event.person };
      case 'concern-accepted':
        return { ...state!, status: 'accepted', case: event.case };
      case 'concern-dismissed':
        return { ...state!, status: 'dismissed', dismissedBecause: event.reason };
      case 'concern-reopened':
        return { ...state!, status: 'open', dismissedBecause: null };
    }
  },
  commands: {
    raise: command({
      summary: 'Raise a concern about a child, known to a register or not',
      in: 'new',
      by: 'raiser',
      input: fields({ ...raised, person: KnownPerson }),
      decide: (_, input, { today, actor }) => [{ type: 'concern-raised', ...input, by: actor.id, on: today }],
    }),
    link: command({
      summary: 'Say which person a concern is about, or that the child is not known yet',
      in: ['open'],
      by: 'worker',
      input: fields({ person: KnownPerson }),
      decide: (state, { person }, { actor }) => (state.person === person ? [] : [{ type: 'concern-linked', person, by: actor.id }]),
    }),
    'follow-person': command({
      summary: 'Follow a person whose rows were taken up by another',
      in: 'existing',
      by: 'system',
      input: fields({ from: field.id, person: field.id }),
      decide: (state, { from, person }, { actor }) =>
        state.person === from && from !== person ? [{ type: 'concern-linked', person, by: actor.id }] : [],
    }),
    accept: command({
      summary: 'Take a concern up in a case',
      in: ['open'],
      by: 'worker',
      input: fields({ case: IdOf('cases.case') }),
      decide: (_, { case: id }, { today, actor }) => [{ type: 'concern-accepted', case: id, by: actor.id, on: today }],
    }),
    dismiss: command({
      summary: 'Say that a concern does not become a case, and why',
      in: ['open'],
      by: 'supervisor',
      input: without(concernEvents['concern-dismissed'], 'by', 'on'),
      decide: (_, given, { today, actor }) => [{ type: 'concern-dismissed', ...given, by: actor.id, on: today }],
    }),
    reopen: command({
      summary: 'Look at a dismissed concern again, and say why',
      in: ['dismissed'],
      by: 'supervisor',
      input: without(concernEvents['concern-reopened'], 'by', 'on'),
      decide: (_, given, { today, actor }) => [{ type: 'concern-reopened', ...given, by: actor.id, on: today }],
    }),
  },
});
