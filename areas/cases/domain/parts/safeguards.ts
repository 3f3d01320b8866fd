import { Type } from 'typebox';
import {
  addDays,
  coded,
  command,
  earliest,
  fields,
  Id,
  IsoDate,
  identity,
  isPartialDate,
  Line,
  Maybe,
  narrative,
  oneOf,
  PartialDate,
  Prose,
  refuse,
  shown,
} from '../../../../platform/decider/index.ts';
import { ageBases, guardianBases, needs, relations, situations } from '../choices.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { definePart } from '../part.ts';
import { carerOf, guardianOf, lacksGuardian } from '../protection.ts';
import type { Carer, Safeguards, SafeNumber } from '../state/safeguards.ts';

/** The one task that waits for a guardian. */
const guardianTask = '00000000-0000-8000-8000-000000000002';

const Text = Type.String({ maxLength: 200 });
const carer = { carer: Id, relation: oneOf(...relations), livesWithChild: Type.Boolean(), name: Line, contact: Text };
const guardian = { carer: Id, since: IsoDate, basis: oneOf(...guardianBases) };
const age = { basis: oneOf(...ageBases), disputed: Type.Boolean(), born: Maybe(PartialDate) };
const speech = {
  languages: Type.Array(Type.String({ pattern: '^[a-z]{2,3}$' }), { maxItems: 10 }),
  interpreter: Type.Boolean(),
  needs: Type.Array(oneOf(...needs), { maxItems: needs.length }),
  needsNote: Type.String({ maxLength: 10_000 }),
};
const contact = {
  notAtHome: Type.Boolean(),
  numbers: Type.Array(
    fields({ number: Type.String({ minLength: 3, maxLength: 40 }), whose: Text, times: Text, carer: Type.Optional(Id) }),
    {
      maxItems: 10,
    },
  ),
  codeWord: Text,
  note: Type.String({ maxLength: 10_000 }),
};

const nothing: Safeguards = {
  situation: null,
  guardianDue: null,
  carers: [],
  guardian: null,
  age: null,
  languages: [],
  interpreter: false,
  needs: [],
  needsNote: '',
  contact: null,
};

const withCarer = (slice: Safeguards, id: string, more: Partial<Carer>): Safeguards => ({
  ...slice,
  carers: slice.carers.map((one) => (one.id === id ? { ...one, ...more } : one)),
});
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Who is around the child and answers for it, how old it is taken to be, how it is spoken to, and how it may be reached without danger. */
export const safeguards = definePart({
  'situation-recorded': fields({ situation: coded(oneOf(...situations), shown.word('situation')), guardianDue: coded(IsoDate) }),
  'carer-recorded': fields({
    carer: coded(carer.carer),
    relation: coded(carer.relation),
    livesWithChild: coded(carer.livesWithChild),
    name: identity(carer.name),
    contact: identity(carer.contact),
  }),
  'carer-suspected': fields({ carer: coded(Id), at: coded(Type.String()), because: narrative(Prose, shown.prose) }),
  'carer-cleared': fields({ carer: coded(Id), because: narrative(Prose, shown.prose) }),
  'guardian-named': fields({ carer: coded(guardian.carer), since: coded(guardian.since, shown.day), basis: coded(guardian.basis) }),
  'guardian-ended': fields({ on: coded(IsoDate), because: narrative(Prose, shown.prose) }),
  'age-recorded': fields({
    basis: coded(age.basis),
    disputed: coded(age.disputed),
    born: identity(age.born),
    note: narrative(Type.Optional(Prose), shown.prose),
  }),
  'communication-recorded': fields({
    languages: coded(speech.languages),
    interpreter: coded(speech.interpreter),
    needs: coded(speech.needs),
    needsNote: narrative(speech.needsNote),
  }),
  'safe-contact-recorded': fields({
    notAtHome: coded(contact.notAtHome),
    on: coded(IsoDate),
    numbers: identity(contact.numbers),
    codeWord: identity(contact.codeWord),
    note: narrative(contact.note, shown.prose),
  }),
})({
  slice: 'safeguards',
  initial: nothing,
  evolve: {
    'situation-recorded': (slice, { situation, guardianDue }) => ({ ...slice, situation, guardianDue }),
    'carer-recorded'(slice, { type: _, carer: id, ...one }) {
      const known = slice.carers.some((other) => other.id === id);
      if (known) return withCarer(slice, id, one);
      return { ...slice, carers: [...slice.carers, { id, ...one, suspect: false, suspectedAt: null }] };
    },
    'carer-suspected': (slice, { carer: id, at }) => withCarer(slice, id, { suspect: true, suspectedAt: at }),
    'carer-cleared': (slice, { carer: id }) => withCarer(slice, id, { suspect: false }),
    'guardian-named': (slice, { type: _, ...one }) => ({ ...slice, guardian: one }),
    'guardian-ended': (slice) => ({ ...slice, guardian: null }),
    'age-recorded': (slice, { basis, disputed, born }) => ({ ...slice, age: { basis, disputed, born } }),
    'communication-recorded': (slice, { type: _, ...one }) => ({ ...slice, ...one }),
    'safe-contact-recorded': (slice, { type: _, ...one }) => ({ ...slice, contact: one }),
  },
  commands: {
    'record-situation': command({
      summary: 'Say whether the child is with its family, separated from it, or alone',
      in: ['open'],
      by: 'worker',
      input: fields({ situation: oneOf(...situations) }),
      consults: () => [limitsConsulted],
      decide(state, { situation }, context) {
        if (state.safeguards.situation === situation) return [];
        return [{ type: 'situation-recorded', situation, guardianDue: addDays(context.today, limitsNow(context).values.guardianDays) }];
      },
    }),
    'record-carer': command({
      summary: 'Name a grown-up around the child, or correct what is known of him',
      in: ['open'],
      by: 'worker',
      input: fields(carer),
      decide(state, input) {
        const { carer: id, ...one } = input;
        const known = carerOf(state, id);
        const { name, relation, livesWithChild, contact: reached } = known ?? {};
        if (known && same([name, relation, livesWithChild, reached], [one.name, one.relation, one.livesWithChild, one.contact])) return [];
        return [{ type: 'carer-recorded', carer: id, ...one }];
      },
    }),
    'suspect-carer': command({
      summary: 'Say that a carer is held to be a suspect: his consent counts no more, nor may he be guardian',
      in: ['open'],
      by: 'worker',
      input: fields({ carer: Id, because: Prose }),
      decide(state, { carer: id, because }, { now }) {
        const known = carerOf(state, id);
        if (!known) return refuse('cases.no-such-carer', {}, ['/carer']);
        return known.suspect ? [] : [{ type: 'carer-suspected', carer: id, at: now, because }];
      },
    }),
    'clear-carer': command({
      summary: 'Say that a carer is no suspect any more; consent is asked of him anew',
      in: ['open'],
      by: 'supervisor',
      input: fields({ carer: Id, because: Prose }),
      decide(state, { carer: id, because }) {
        const known = carerOf(state, id);
        if (!known) return refuse('cases.no-such-carer', {}, ['/carer']);
        return known.suspect ? [{ type: 'carer-cleared', carer: id, because }] : [];
      },
    }),
    'name-guardian': command({
      summary: 'Say which of the carers may act for the child, since when and on what ground',
      in: ['open'],
      by: 'worker',
      input: fields(guardian),
      decide(state, one, { today }) {
        const known = carerOf(state, one.carer);
        if (!known) return refuse('cases.no-such-carer', {}, ['/carer']);
        if (known.suspect) return refuse('cases.guardian-suspect', {}, ['/carer']);
        if (one.since > today) return refuse('cases.not-yet', {}, ['/since']);
        const { carer: id, since, basis } = state.safeguards.guardian ?? {};
        return same([id, since, basis], [one.carer, one.since, one.basis]) ? [] : [{ type: 'guardian-named', ...one }];
      },
    }),
    'end-guardian': command({
      summary: 'Say that the guardian acts for the child no more',
      in: ['open'],
      by: 'worker',
      input: fields({ on: IsoDate, because: Prose }),
      decide(state, { on, because }, { today }) {
        if (on > today) return refuse('cases.not-yet', {}, ['/on']);
        return state.safeguards.guardian ? [{ type: 'guardian-ended', on, because }] : [];
      },
    }),
    'record-age': command({
      summary: 'Say how old the child is, on what that rests, and whether it is disputed',
      in: ['open'],
      by: 'worker',
      input: fields({ ...age, note: Type.Optional(Prose) }),
      decide(state, { note, ...one }, { today }) {
        if (one.born !== null && !isPartialDate(one.born)) return refuse('cases.no-such-date', {}, ['/born']);
        if (one.born !== null && earliest(one.born) > today) return refuse('cases.not-yet', {}, ['/born']);
        if (note === undefined && same(state.safeguards.age, one)) return [];
        return [{ type: 'age-recorded', ...one, ...(note === undefined ? {} : { note }) }];
      },
    }),
    'record-communication': command({
      summary: 'Say which languages the child speaks and what it needs to understand and be understood',
      in: ['open'],
      by: 'worker',
      input: fields(speech),
      decide(state, one) {
        const { languages, interpreter, needs: known, needsNote } = state.safeguards;
        if (same([languages, interpreter, known, needsNote], [one.languages, one.interpreter, one.needs, one.needsNote])) return [];
        return [
          {
            type: 'communication-recorded',
            languages: [...one.languages],
            interpreter: one.interpreter,
            needs: [...one.needs],
            needsNote: one.needsNote,
          },
        ];
      },
    }),
    'record-safe-contact': command({
      summary: 'Say whether the child may be called at home, and how it may be reached without danger',
      in: ['open'],
      by: 'worker',
      input: fields(contact),
      decide(state, { numbers, ...one }, { today }) {
        const of = numbers.map(({ carer: id }) => (id ? carerOf(state, id) : undefined));
        if (numbers.some(({ carer: id }, i) => id && !of[i])) return refuse('cases.no-such-carer', {}, ['/numbers']);
        if (of.some((known) => known?.suspect)) return refuse('cases.number-of-suspect', {}, ['/numbers']);
        if (one.notAtHome && of.some((known) => known?.livesWithChild)) return refuse('cases.number-of-home', {}, ['/numbers']);
        const known = state.safeguards.contact;
        const list = numbers.map((number: SafeNumber) => ({ ...number }));
        if (known && same([known.notAtHome, known.numbers, known.codeWord, known.note], [one.notAtHome, list, one.codeWord, one.note]))
          return [];
        return [{ type: 'safe-contact-recorded', ...one, numbers: list, on: today }];
      },
    }),
  },
  // Whether it is a child depends on the day, a task does not: it waits until a guardian is named or the situation is another.
  tasks: (state) => {
    const { situation, guardianDue } = state.safeguards;
    const alone = situation === 'unaccompanied' || situation === 'separated';
    return alone && guardianDue && !guardianOf(state) ? [{ id: guardianTask, kind: 'guardian', who: null, due: guardianDue }] : [];
  },
  hinders: (state, reason, today) =>
    ['goals-met', 'withdrew'].includes(reason) && lacksGuardian(state, today) ? [refuse('cases.guardian-missing')] : [],
});
