import { type Static, Type } from 'typebox';
import {
  type Command,
  coded,
  command,
  type EventOf,
  field,
  fields,
  Id,
  IdOf,
  identity,
  Maybe,
  narrative,
  Prose,
  refuse,
} from '../../../platform/decider/index.ts';
import { type Connection, type Known, KnownSchema, LinkSchema, type Said, SaidSchema, type SuspectState } from './state.ts';

const reason = { by: field.id, on: field.date, because: field.prose };
const linked = {
  links: coded(Type.Array(LinkSchema, { maxItems: 1000 })),
  /** On what each of the links rests, in their order. */
  bases: narrative(Type.Array(Maybe(Type.String({ maxLength: 10_000 })), { maxItems: 1000 })),
};
const taken = {
  ...linked,
  persons: coded(Type.Array(Id, { maxItems: 100 })),
  said: identity(Type.Array(SaidSchema, { maxItems: 1000 })),
  known: narrative(Type.Array(KnownSchema, { maxItems: 1000 })),
};
const from = { from: field.id };

export const joiningEvents = {
  'joined-into': fields({ into: field.id, ...reason }),
  /** What another record held, of the same person. */
  'took-up': fields({ ...from, ...taken }),
  separated: fields({ ...from, ...reason }),
  'gave-back': fields({ ...from, ...linked }),
  'took-back': fields(linked),
};
export type JoiningEvent = EventOf<typeof joiningEvents>;
type Linked = Static<ReturnType<typeof fields<typeof linked>>>;
type Taken = Static<ReturnType<typeof fields<typeof taken>>>;

/** Connections as events and commands carry them: what is coded apart from what is told. */
export const linkedOf = (connections: readonly Connection[]): Linked => ({
  links: connections.map(({ basis: _basis, from: _from, roles, ...link }) => ({ ...link, roles: [...roles] })),
  bases: connections.map(({ basis }) => basis),
});
const connectionsOf = ({ links, bases }: Linked, from: string | null): Connection[] =>
  links.map((link, i) => ({ ...link, basis: bases[i] ?? null, from }));

/** All that a record holds, for the one that it is joined into. */
export const takenOf = ({ connections, persons, said, known }: SuspectState): Taken => ({
  ...linkedOf(connections),
  persons: [...new Set(persons.map(({ person }) => person))],
  said: said.map(({ from: _, ...one }) => one),
  known: known.map(({ from: _, ...one }) => one),
});

export function evolveJoining(state: SuspectState, event: JoiningEvent): SuspectState {
  switch (event.type) {
    case 'joined-into':
      // Its connections stay with it: the other record has taken them up.
      return { ...state, standing: 'joined', into: event.into };
    case 'took-up': {
      const { from, persons, said, known } = event;
      return {
        ...state,
        takenUp: [...state.takenUp, from],
        persons: [...state.persons, ...persons.map((person) => ({ person, from }))],
        said: [...state.said, ...said.map((one): Said => ({ ...one, from }))],
        known: [...state.known, ...known.map((one): Known => ({ ...one, from }))],
        connections: [...state.connections, ...connectionsOf(event, from)],
      };
    }
    case 'separated':
      return { ...state, standing: 'suspected', into: null, connections: [] };
    case 'gave-back': {
      const stays = ({ from }: { readonly from: string | null }) => from !== event.from;
      return {
        ...state,
        takenUp: state.takenUp.filter((id) => id !== event.from),
        persons: state.persons.filter(stays),
        said: state.said.filter(stays),
        known: state.known.filter(stays),
        connections: state.connections.filter(stays),
      };
    }
    case 'took-back':
      return { ...state, connections: [...state.connections, ...connectionsOf(event, null)] };
  }
}

/** Two records of one person: one goes into the other, which takes up what it held; and comes out of it again where that was an error. */
export const joiningCommands = {
  join: command({
    summary: 'Say that two records are of the same person: this one goes into the other',
    in: ['suspected'],
    by: 'supervisor',
    input: fields({
      into: IdOf('suspects.suspect', ({ standing }) => (standing === 'suspected' ? undefined : refuse('suspects.join-with-suspect'))),
      because: Prose,
    }),
    decide: (_, { into, because }, { actor, today: on }) => [{ type: 'joined-into', into, by: actor.id, on, because }],
  }),
  separate: command({
    summary: 'Say that a record was joined with another in error, and why',
    in: 'existing',
    by: 'supervisor',
    offered: ({ standing }) => standing === 'joined',
    input: fields({ because: Prose }),
    decide: ({ into: from }, { because }, { actor, today: on }) =>
      from ? [{ type: 'separated', from, by: actor.id, on, because }] : refuse('suspects.suspect-not-joined'),
  }),
  'take-up': command({
    summary: 'Take up what another record of the same person held (of the system alone)',
    // A record that was joined into itself has a refusal of its own.
    in: 'existing',
    by: 'system',
    input: fields({ ...from, ...taken }),
    decide(state, given) {
      if (state.into === given.from) return refuse('suspects.join-with-itself');
      if (state.standing !== 'suspected')
        return refuse(state.standing === 'cleared' ? 'suspects.suspect-cleared' : 'suspects.suspect-joined');
      return state.takenUp.includes(given.from) ? [] : [{ type: 'took-up', ...given }];
    },
  }),
  'give-back': command({
    summary: 'Give back what was taken up from a record that is of somebody else (of the system alone)',
    in: ['suspected'],
    by: 'system',
    input: fields(from),
    decide: (state, { from }) =>
      state.takenUp.includes(from) ? [{ type: 'gave-back', from, ...linkedOf(state.connections.filter((one) => one.from === from)) }] : [],
  }),
  'take-back': command({
    summary: 'Have again the cases that were taken up by another record (of the system alone)',
    in: ['suspected'],
    by: 'system',
    input: fields(linked),
    decide: (_, cases) => [{ type: 'took-back', ...cases }],
  }),
} satisfies Readonly<Record<string, Command<SuspectState, JoiningEvent>>>;
