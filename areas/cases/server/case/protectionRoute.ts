import { Type } from 'typebox';
import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { consentFor, standingOf } from '../../domain/consentFor.ts';
import { carerOf, forbidding, guardianOf, lacksGuardian, mayInterviewOnFacts, treatedAsChild } from '../../domain/protection.ts'; // biome-ignore format: one import
import { purposes } from '../../domain/state/consents.ts';
import { safetyNow, stayNow } from '../../domain/whereabouts.ts';
import { callable } from './callable.ts';
import { readCase } from './readCase.ts';

const Text = Type.String();

export const protectionRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}/protection',
  summary: 'Whether the child is safe where it is, who may be called and when, what consent there is, what is forbidden',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    safety: Text,
    stay: Maybe(Type.Object({ kind: Text, name: Text, from: Text, emergencyUntil: Maybe(Text) })),
    forbids: Type.Array(Text),
    /** The refusal that stands in the way of asking what happened. */
    interview: Maybe(Text),
    situation: Maybe(Text),
    lacksGuardian: Type.Boolean(),
    guardian: Maybe(Type.Object({ carer: Text, name: Text, since: Text, basis: Text })),
    carers: Type.Array(
      Type.Object({
        id: Text,
        name: Text,
        relation: Text,
        livesWithChild: Type.Boolean(),
        contact: Text,
        suspect: Type.Boolean(),
        mayCall: Type.Boolean(),
      }),
    ),
    age: Maybe(Type.Object({ basis: Text, disputed: Type.Boolean(), born: Maybe(Text) })),
    child: Type.Boolean(),
    languages: Type.Array(Text),
    interpreter: Type.Boolean(),
    needs: Type.Array(Text),
    needsNote: Text,
    contact: Maybe(
      Type.Object({
        notAtHome: Type.Boolean(),
        on: Text,
        codeWord: Text,
        note: Text,
        numbers: Type.Array(Type.Object({ number: Text, whose: Text, times: Text, carer: Type.Optional(Text) })),
      }),
    ),
    /** Of each purpose but sharing, which is asked for each partner, whether there is consent today. */
    purposes: Type.Array(Type.Object({ purpose: Text, status: Text, of: Maybe(Text) })),
    consents: Type.Array(
      Type.Object({
        id: Text,
        who: Text,
        /** Who gave it; empty for the child. */
        name: Text,
        purpose: Text,
        partner: Maybe(Text),
        answer: Text,
        standing: Text,
        on: Text,
        until: Text,
        language: Text,
        interpreter: Type.Boolean(),
        how: Text,
        told: Type.Array(Text),
        witness: Text,
        note: Text,
        attachment: Maybe(Text),
        withdrawn: Maybe(Type.Object({ on: Text, who: Text })),
      }),
    ),
    /** Papers of the case that are of a consent. */
    papers: Type.Array(Type.Object({ id: Text, title: Maybe(Text), on: Text })),
    emergencies: Type.Array(
      Type.Object({
        id: Text,
        purpose: Text,
        on: Text,
        until: Text,
        by: Text,
        because: Text,
        reviewDue: Text,
        review: Maybe(Type.Object({ upheld: Type.Boolean(), on: Text, by: Text })),
      }),
    ),
  }),
  async handle(call) {
    const { state } = await readCase(call, call.params.id, 'case protection');
    const today = await call.services.ledger.today(call.tx, call.actor.city);
    const { situation, carers, age, languages, interpreter, needs, needsNote, contact, guardian } = state.safeguards;
    const acting = guardianOf(state);
    const stay = stayNow(state);
    const calls = await callable(call.services, call.tx, call.params.id, state);
    return {
      safety: safetyNow(state, today),
      stay: stay ? { kind: stay.kind, name: stay.name, from: stay.from, emergencyUntil: stay.emergencyUntil } : null,
      forbids: [...forbidding(state, today)],
      interview: mayInterviewOnFacts(state, today)?.refused ?? null,
      situation,
      lacksGuardian: lacksGuardian(state, today),
      guardian: guardian && acting ? { ...guardian, name: acting.name } : null,
      carers: carers.map(({ suspectedAt: _, ...carer }) => ({ ...carer, mayCall: calls.mayCall({ suspectedAt: null, ...carer }) })),
      age,
      child: treatedAsChild(state, today),
      languages: [...languages],
      interpreter,
      needs: [...needs],
      needsNote,
      contact: contact && { ...contact, numbers: calls.numbers.map((number) => ({ ...number })) },
      purposes: purposes
        .filter((purpose) => purpose !== 'sharing')
        .map((purpose) => {
          const { status, of } = consentFor(state, purpose, today);
          return { purpose, status, of };
        }),
      consents: state.consents.ledger.toReversed().map(({ at: _, ...one }) => ({
        ...one,
        name: one.who === 'child' ? '' : (carerOf(state, one.who)?.name ?? ''),
        standing: standingOf(state, state.consents.ledger.find(({ id }) => id === one.id)!, today),
        told: [...one.told],
      })),
      papers: state.papers.flatMap(({ id, kind, title, on, removed }) => (kind === 'consent' && !removed ? [{ id, title, on }] : [])),
      emergencies: state.consents.emergencies.toReversed().map((one) => ({ ...one })),
    };
  },
});
