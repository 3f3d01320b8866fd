import { type Static, Type } from 'typebox';
import {
  type Born,
  BornSchema,
  type Context,
  coded,
  command,
  consult,
  defineRecord,
  type EventOf,
  field,
  fields,
  hasRole,
  IdOf,
  identity,
  Line,
  narrative,
  oneOf,
  Prose,
  type Refusal,
  refuse,
} from '../../../platform/decider/index.ts';
import type { CaseState } from '../../cases/domain/index.ts';
import { evolveJoining, type JoiningEvent, joiningCommands, joiningEvents } from './joining.ts';
import { factsOfSuspect, type SuspectRole, type SuspectState, sayings, suspectRoles, suspectSexes, tellingWho } from './state.ts';

const Saying = fields({ what: oneOf(...sayings), text: Line });
type Saying = Static<typeof Saying>;
const Sayings = Type.Array(Saying, { maxItems: 40 });
const about = {
  sex: coded(Type.Optional(oneOf(...suspectSexes))),
  person: coded(Type.Optional(IdOf('people.person'))),
  born: identity(Type.Optional(BornSchema)),
};
const ofCase = {
  case: coded(IdOf('cases.case')),
  roles: coded(Type.Array(oneOf(...suspectRoles), { minItems: 1, maxItems: suspectRoles.length })),
  carer: field.idIfAny,
};
const noting = { ...ofCase, ...about, said: identity(Sayings), known: narrative(Prose) };
const connecting = { ...ofCase, basis: narrative(Prose) };
const following = { case: field.id, worker: field.idOrNone };
const because = { because: field.prose };
const stamp = { by: field.id, on: field.date };

const suspectEvents = {
  'suspect-noted': fields({ ...noting, ...following, ...stamp }),
  learned: fields({
    ...about,
    ...stamp,
    said: identity(Sayings),
    /** What was said before and is not so. */
    wrong: identity(Sayings),
    known: narrative(Type.Optional(Prose)),
  }),
  'suspect-connected': fields({ ...connecting, ...following, ...stamp }),
  'suspect-disconnected': fields({ case: field.id, ...stamp, ...because }),
  'worker-followed': fields(following),
  'suspect-cleared': fields({ ...stamp, ...because }),
  'suspected-again': fields({ ...stamp, ...because }),
  ...joiningEvents,
};
export type SuspectEvent = EventOf<typeof suspectEvents>;

const itsCase = ({ case: id }: { readonly case: string }) => [{ kind: 'cases.case', id }];
/** The case that a command names, where it is the actor's own or they are a supervisor. */
function ownCase(context: Context, id: string): CaseState | Refusal {
  const found = consult<CaseState>(context, 'cases.case', id);
  const own = found && (found.worker === context.actor.id || hasRole(context.actor, 'supervisor'));
  return own ? found : refuse('suspects.suspect-of-own-case', {}, ['/case']);
}

/** Why somebody cannot be that carer of a case: there is none such, or somebody else is that carer. */
function notCarer({ safeguards, links }: CaseState, carer: string | undefined): Refusal | undefined {
  if (carer === undefined) return undefined;
  if (!safeguards.carers.some(({ id }) => id === carer)) return refuse('cases.no-such-carer', {}, ['/carer']);
  return links.suspects.some((one) => one.carer === carer) ? refuse('suspects.carer-taken-up', {}, ['/carer']) : undefined;
}

const same = (a: Saying) => (b: Saying) => a.what === b.what && a.text === b.text;
const tells = (said: readonly Saying[]) => said.some(({ what }) => tellingWho.includes(what));
const apart = (said: readonly Saying[]): Saying[] => said.filter((one, i) => said.findIndex(same(one)) === i).map((one) => ({ ...one }));

const isToCome = (born: Born | undefined, today: string) => born !== undefined && born.first > today;
const rolesOf = (roles: readonly SuspectRole[]) => suspectRoles.filter((role) => roles.includes(role));

export const suspectRecord = defineRecord<SuspectState, SuspectEvent>()({
  kind: 'suspects.suspect',
  events: suspectEvents,
  facts: factsOfSuspect,
  status: ({ standing }) => standing,
  refusals: {
    existing: 'suspects.suspect-noted-already',
    cleared: 'suspects.suspect-cleared',
    joined: 'suspects.suspect-joined',
  },
  grants: {
    // Of suspects those of their own cases; a command that names a case looks whether it is the actor's.
    worker: { roles: ['case-worker'], where: ({ id }) => ({ standing: 'suspected', workers: { $all: [id] } }) },
    supervisor: { roles: ['supervisor'], fixed: true, includes: ['worker'] },
  },
  acts: { read: 'worker' },
  evolve(state, event) {
    switch (event.type) {
      case 'suspect-noted': {
        const { case: id, roles, worker, carer = null, sex = null, born = null, person, by, on, said, known } = event;
        return {
          standing: 'suspected',
          into: null,
          said: said.map((one) => ({ ...one, on, by, wrong: false, from: null })),
          known: [{ text: known, on, by, from: null }],
          sex,
          born,
          persons: person ? [{ person, from: null }] : [],
          connections: [{ case: id, roles, worker, carer, on, by, basis: null, from: null }],
          takenUp: [],
          notedOn: on,
          notedBy: by,
        };
      }
      case 'learned': {
        const { said, wrong, known, sex, born, person, by, on } = event;
        const before = state!.said.map((one) => {
          if (wrong.some(same(one))) return { ...one, wrong: true };
          return said.some(same(one)) ? { ...one, wrong: false } : one;
        });
        const news = said.filter((one) => !state!.said.some(same(one))).map((one) => ({ ...one, on, by, wrong: false, from: null }));
        return {
          ...state!,
          said: [...before, ...news],
          known: known === undefined ? state!.known : [...state!.known, { text: known, on, by, from: null }],
          sex: sex ?? state!.sex,
          born: born ?? state!.born,
          persons: person ? [{ person, from: null }, ...state!.persons.filter(({ from }) => from !== null)] : state!.persons,
        };
      }
      case 'suspect-connected': {
        const { type: _, roles, ...one } = event;
        const own = state!.connections.find(({ case: id, from }) => id === event.case && from === null);
        const connection = { carer: null, ...own, ...one, roles: rolesOf([...(own?.roles ?? []), ...roles]), from: null };
        return { ...state!, connections: [...state!.connections.filter((other) => other !== own), connection] };
      }
      case 'suspect-disconnected':
        return { ...state!, connections: state!.connections.filter(({ case: id }) => id !== event.case) };
      case 'worker-followed':
        return {
          ...state!,
          connections: state!.connections.map((one) => (one.case === event.case ? { ...one, worker: event.worker } : one)),
        };
      case 'suspect-cleared':
        return { ...state!, standing: 'cleared' };
      case 'suspected-again':
        return { ...state!, standing: 'suspected' };
      default:
        return evolveJoining(state!, event satisfies JoiningEvent);
    }
  },
  commands: {
    note: command({
      summary: 'Record, from a case, somebody who is suspected, with what they did in it and how they may be known again',
      in: 'new',
      by: 'worker',
      input: fields(noting),
      consults: itsCase,
      decide(_state, given, context) {
        const file = ownCase(context, given.case);
        if ('refused' in file) return file;
        if (!tells(given.said)) return refuse('suspects.say-who-suspect', {}, ['/said']);
        if (isToCome(given.born, context.today)) return refuse('ledger.day-to-come', {}, ['/born']);
        const wrongCarer = notCarer(file, given.carer);
        if (wrongCarer) return wrongCarer;
        const { said, roles, ...rest } = given;
        const stamp = { worker: file.worker, by: context.actor.id, on: context.today };
        return [{ type: 'suspect-noted', ...rest, ...stamp, roles: rolesOf(roles), said: apart(said) }];
      },
    }),
    learn: command({
      summary: 'Add what was learned of a suspect, or say that something said before is wrong; what was said stays',
      in: ['suspected'],
      by: 'worker',
      input: fields({ ...about, said: Type.Optional(Sayings), wrong: Type.Optional(Sayings), known: Type.Optional(Prose) }),
      decide(state, input, { actor, today: on }) {
        const { said = [], wrong = [], known, sex, born, person } = input;
        if (isToCome(born, on)) return refuse('ledger.day-to-come', {}, ['/born']);
        const held = state.said.filter((one) => !one.wrong);
        if (wrong.some((one) => !state.said.some(same(one)))) return refuse('suspects.never-said', {}, ['/wrong']);
        const fresh = apart(said).filter((one) => !held.some(same(one)) && !wrong.some(same(one)));
        const gone = apart(wrong).filter((one) => held.some(same(one)));
        if (!tells([...held.filter((one) => !gone.some(same(one))), ...fresh])) return refuse('suspects.say-who-suspect', {}, ['/said']);
        const facts = {
          ...(sex && sex !== state.sex ? { sex } : {}),
          ...(born && !(state.born?.first === born.first && state.born.last === born.last) ? { born } : {}),
          ...(person && !state.persons.some((one) => one.person === person && one.from === null) ? { person } : {}),
        };
        const news = known !== undefined && !state.known.some(({ text }) => text === known);
        if (fresh.length + gone.length + Object.keys(facts).length === 0 && !news) return [];
        return [{ type: 'learned', ...facts, by: actor.id, on, said: fresh, wrong: gone, ...(news ? { known } : {}) }];
      },
    }),
    connect: command({
      summary: 'Say that a suspect had a part in another case too, which, and on what that rests',
      in: ['suspected'],
      by: 'worker',
      input: fields(connecting),
      consults: itsCase,
      decide(state, { case: id, roles, carer, basis }, context) {
        const file = ownCase(context, id);
        if ('refused' in file) return file;
        const own = state.connections.filter((one) => one.case === id);
        const known = roles.every((role) => own.some((one) => one.roles.includes(role)));
        if (known && (carer === undefined || own.some((one) => one.carer === carer))) return [];
        const wrongCarer = notCarer(file, carer);
        if (wrongCarer) return wrongCarer;
        const stamp = { worker: file.worker, by: context.actor.id, on: context.today };
        return [{ type: 'suspect-connected', case: id, roles: rolesOf(roles), ...(carer ? { carer } : {}), ...stamp, basis }];
      },
    }),
    disconnect: command({
      summary: 'Say that a suspect has nothing to do with a case, and why',
      in: ['suspected'],
      by: 'worker',
      input: fields({ case: field.id, ...because }),
      consults: itsCase,
      decide(state, { case: id, because }, context) {
        if (!state.connections.some((one) => one.case === id)) return refuse('suspects.suspect-not-connected', {}, ['/case']);
        // A supervisor also takes away a case that was erased.
        if (!hasRole(context.actor, 'supervisor')) {
          const file = ownCase(context, id);
          if ('refused' in file) return file;
        }
        return [{ type: 'suspect-disconnected', case: id, by: context.actor.id, on: context.today, because }];
      },
    }),
    clear: command({
      summary: 'Say that nothing is left of a suspicion, and why; from then on only supervisors see the record',
      in: ['suspected'],
      already: ['cleared'],
      by: 'supervisor',
      input: fields(because),
      decide: (_, { because }, { actor, today: on }) => [{ type: 'suspect-cleared', by: actor.id, on, because }],
    }),
    'suspect-again': command({
      summary: 'Say that somebody who was cleared is suspected again, and why',
      in: ['cleared'],
      already: ['suspected'],
      by: 'supervisor',
      input: fields(because),
      decide: (_, { because }, { actor, today: on }) => [{ type: 'suspected-again', by: actor.id, on, because }],
    }),
    'follow-worker': command({
      summary: 'Know who works on a case of a suspect now (of the system alone)',
      in: 'new-or-existing',
      by: 'system',
      input: fields(following),
      decide(state, { case: id, worker }) {
        const stale = state?.connections.some((one) => one.case === id && one.worker !== worker);
        return stale ? [{ type: 'worker-followed', case: id, worker }] : [];
      },
    }),
    ...joiningCommands,
  },
});
