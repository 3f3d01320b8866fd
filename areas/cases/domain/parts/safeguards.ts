import { addDays, changed, earliest, has, isPartialDate, refuse, soleId, without } from '../../../../platform/decider/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import { protectsFirst } from '../safety/closing.ts';
import {
  carerOf,
  guardianFirst,
  guardianOf,
  hasIndependentGuardian,
  hasParent,
  hasParentalAuthority,
  isCaring,
  isParent,
  isSuspect,
  lacksGuardian,
  needsIndependentGuardian,
  treatedAsChild,
} from '../safety/protection.ts';
import { type Carer, safeguardEvents as events, type Safeguards } from '../state/safeguards.ts';

const nothing: Safeguards = {
  situation: null,
  guardianDue: null,
  carers: [],
  conflict: null,
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
  carers: changed(slice.carers, id, more),
});
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Who is around the child and answers for them, how old they are taken to be, how they are spoken to, and how they may be reached without danger. */
export const safeguards = definePart(events)({
  slice: 'safeguards',
  page: 'protection',
  initial: nothing,
  evolve: {
    'situation-recorded': (slice, { situation, guardianDue }) => ({ ...slice, situation, guardianDue }),
    'carer-recorded'(slice, { type: _, carer: id, ...one }) {
      if (has(slice.carers, id)) return withCarer(slice, id, one);
      return { ...slice, carers: [...slice.carers, { id, ...one, suspect: false, suspectedAt: null, authorityTaken: false }] };
    },
    'carer-suspected': (slice, { carer: id, at, guardianDue = null }) => ({
      ...withCarer(slice, id, { suspect: true, suspectedAt: at }),
      guardianDue: slice.guardianDue ?? guardianDue,
    }),
    'conflict-recorded': (slice, { on, guardianDue }) => ({ ...slice, conflict: { on, guardianDue } }),
    'conflict-ended': (slice) => ({ ...slice, conflict: null }),
    'carer-cleared': (slice, { carer: id }) => withCarer(slice, id, { suspect: false }),
    'authority-recorded': (slice, { carer: id, authority }) => withCarer(slice, id, { authorityTaken: authority === 'taken' }),
    'guardian-named': (slice, { type: _, ...one }) => ({ ...slice, guardian: one }),
    'guardian-ended': (slice) => ({ ...slice, guardian: null }),
    // A birth that was recorded before counts until another is: that it is not known now makes nobody older.
    'age-recorded': (slice, { basis, disputed, born }) => ({ ...slice, age: { basis, disputed, born: born ?? slice.age?.born ?? null } }),
    'communication-recorded': (slice, { type: _, ...one }) => ({ ...slice, ...one }),
    'safe-contact-recorded': (slice, { type: _, ...one }) => ({ ...slice, contact: one }),
  },
  commands: {
    'record-situation': command({
      summary: 'Say whether the child is with their family, separated from them, or alone',
      by: 'worker',
      input: without(events['situation-recorded'], 'guardianDue'),
      consults: () => [limitsConsulted],
      decide(state, { situation }, context) {
        if (state.safeguards.situation === situation) return [];
        return [{ type: 'situation-recorded', situation, guardianDue: addDays(context.today, limitsNow(context).values.guardianDays) }];
      },
    }),
    'record-carer': command({
      summary: 'Name a grown-up around the child, or correct what is known of them',
      by: 'worker',
      input: events['carer-recorded'],
      decide(state, { carer: id, ...one }) {
        const known = carerOf(state, id);
        const { name, relation, livesWithChild, contact: reached } = known ?? {};
        if (known && same([name, relation, livesWithChild, reached], [one.name, one.relation, one.livesWithChild, one.contact])) return [];
        return [{ type: 'carer-recorded', carer: id, ...one }];
      },
    }),
    'suspect-carer': command({
      summary: 'Say that a carer is held to be a suspect: their consent counts no more, nor may they be guardian',
      by: 'worker',
      input: events['carer-cleared'],
      about: 'carer',
      consults: () => [limitsConsulted],
      decide(_, given, context, { suspect }) {
        const guardianDue = addDays(context.today, limitsNow(context).values.guardianDays);
        return suspect ? [] : [{ type: 'carer-suspected', ...given, at: context.now, guardianDue }];
      },
    }),
    'clear-carer': command({
      summary: 'Say that a carer is no suspect any more; consent is asked of them anew',
      by: 'supervisor',
      input: events['carer-cleared'],
      about: 'carer',
      decide: (_, given, _context, { suspect }) => (suspect ? [{ type: 'carer-cleared', ...given }] : []),
    }),
    'record-conflict': command({
      summary: 'Say that the interests of the carers conflict with those of the child: none of them acts for the child',
      by: 'worker',
      input: without(events['conflict-recorded'], 'guardianDue', 'by'),
      consults: () => [limitsConsulted],
      decide(state, given, context) {
        if (state.safeguards.conflict) return [];
        const guardianDue = addDays(context.today, limitsNow(context).values.guardianDays);
        return [{ type: 'conflict-recorded', ...given, guardianDue, by: context.actor.id }];
      },
    }),
    'end-conflict': command({
      summary: 'Say that the interests of the carers conflict with those of the child no more',
      by: 'supervisor',
      input: without(events['conflict-ended'], 'by'),
      decide: (state, given, { actor }) => (state.safeguards.conflict ? [{ type: 'conflict-ended', ...given, by: actor.id }] : []),
    }),
    'record-authority': command({
      summary: 'Say that a court or an authority took the authority over the child from a parent, or gave it back',
      by: 'worker',
      input: events['authority-recorded'],
      about: 'carer',
      decide(_, given, _context, { relation, authorityTaken }) {
        if (!isParent(relation)) return refuse('cases.authority-of-parent', {}, ['/carer']);
        return authorityTaken === (given.authority === 'taken') ? [] : [{ type: 'authority-recorded', ...given }];
      },
    }),
    'name-guardian': command({
      summary: 'Say which of the carers may act for the child, since when and on what ground',
      by: 'worker',
      input: events['guardian-named'],
      about: 'carer',
      decide(state, one, _context, carer) {
        if (isSuspect(state, carer)) return refuse('cases.guardian-suspect', {}, ['/carer']);
        if (carer.relation === 'spouse') return refuse('cases.guardian-spouse', {}, ['/carer']);
        const standsIn = one.basis === 'trusted-adult' && !isCaring(carer);
        const independent = carer.relation === 'appointed' && !carer.livesWithChild;
        if (needsIndependentGuardian(state) && !standsIn && !independent) return refuse('cases.guardian-not-independent', {}, ['/carer']);
        if (one.basis === 'parent' && !hasParentalAuthority(state, carer)) return refuse('cases.guardian-not-parent', {}, ['/basis']);
        const parentDecides = !state.safeguards.conflict && hasParent(state);
        if (one.basis === 'trusted-adult' && (carer.relation === 'institution' || parentDecides))
          return refuse('cases.trusted-adult-last', {}, ['/basis']);
        const { carer: id, since, basis } = state.safeguards.guardian ?? {};
        return same([id, since, basis], [one.carer, one.since, one.basis]) ? [] : [{ type: 'guardian-named', ...one }];
      },
    }),
    'end-guardian': command({
      summary: 'Say that the guardian acts for the child no more',
      by: 'worker',
      input: events['guardian-ended'],
      decide: (state, given) => (state.safeguards.guardian ? [{ type: 'guardian-ended', ...given }] : []),
    }),
    'record-age': command({
      summary: 'Say how old the child is, on what that rests, and whether it is disputed',
      by: 'worker',
      input: events['age-recorded'],
      decide(state, given, { today }) {
        const { note, ...one } = given;
        if (one.born !== null && !isPartialDate(one.born)) return refuse('cases.no-such-date', {}, ['/born']);
        if (one.born !== null && earliest(one.born) > today) return refuse('ledger.day-to-come', {}, ['/born']);
        if (note === undefined && same(state.safeguards.age, one)) return [];
        return [{ type: 'age-recorded', ...given }];
      },
    }),
    'record-communication': command({
      summary: 'Say which languages the child speaks and what they need to understand and be understood',
      by: 'worker',
      input: events['communication-recorded'],
      decide(state, one) {
        const { languages, interpreter, needs: known, needsNote } = state.safeguards;
        if (same([languages, interpreter, known, needsNote], [one.languages, one.interpreter, one.needs, one.needsNote])) return [];
        return [{ type: 'communication-recorded', ...one }];
      },
    }),
    'record-safe-contact': command({
      summary: 'Say whether the child may be called at home, and how they may be reached without danger',
      by: 'worker',
      input: without(events['safe-contact-recorded'], 'on'),
      decide(state, { numbers, ...one }, { today }) {
        const of = numbers.map(({ carer: id }) => (id ? carerOf(state, id) : undefined));
        if (numbers.some(({ carer: id }, i) => id && !of[i])) return refuse('cases.no-such-carer', {}, ['/numbers']);
        if (of.some((known) => known && isSuspect(state, known))) return refuse('cases.number-of-suspect', {}, ['/numbers']);
        if (one.notAtHome && of.some((known) => known?.livesWithChild)) return refuse('cases.number-of-home', {}, ['/numbers']);
        const known = state.safeguards.contact;
        if (known && same([known.notAtHome, known.numbers, known.codeWord, known.note], [one.notAtHome, numbers, one.codeWord, one.note]))
          return [];
        return [{ type: 'safe-contact-recorded', ...one, numbers, on: today }];
      },
    }),
  },
  // Whether it is a child depends on the day, a task does not: it waits until a guardian is named or the situation is another.
  tasks: (state) => {
    const { situation, guardianDue, conflict } = state.safeguards;
    const alone = situation === 'unaccompanied' || situation === 'separated';
    if (needsIndependentGuardian(state) && !hasIndependentGuardian(state) && treatedAsChild(state, state.openedOn)) {
      const due = conflict?.guardianDue ?? guardianDue ?? state.openedOn;
      return [{ id: soleId, kind: 'independent-guardian', who: null, due }];
    }
    return alone && guardianDue && !guardianOf(state) ? [{ id: soleId, kind: 'guardian', who: null, due: guardianDue }] : [];
  },
  hinders(state, reason, today) {
    if (!protectsFirst(reason) || !lacksGuardian(state, today)) return [];
    return [guardianFirst(state, today) ?? refuse('cases.guardian-missing')];
  },
});
