import { Type } from 'typebox';
import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { safetyNow, safetyOf, stayNow } from '../../domain/whereabouts.ts';
import { readCase } from './readCase.ts';

const Text = Type.String();

export const careRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}/care',
  summary: 'Where the child lives and lived, what was found to be best for it, which places are safe, and how far its way home has come',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    safety: Text,
    now: Maybe(Text),
    stays: Type.Array(
      Type.Object({
        id: Text,
        kind: Text,
        place: Maybe(Text),
        name: Text,
        from: Text,
        to: Maybe(Text),
        reason: Text,
        responsible: Text,
        emergencyUntil: Maybe(Text),
      }),
    ),
    places: Type.Array(
      Type.Object({
        id: Text,
        kind: Text,
        name: Text,
        country: Maybe(Text),
        carer: Maybe(Text),
        safety: Text,
        /** Null where a child was placed in emergency and nobody has looked yet. */
        assessed: Maybe(Type.Object({ on: Text, until: Text, by: Text, jointlyWith: Text, reasons: Text })),
      }),
    ),
    determinations: Type.Array(
      Type.Object({
        id: Text,
        on: Text,
        participants: Type.Array(Type.Object({ role: Text, name: Text })),
        hearing: Text,
        childView: Text,
        options: Text,
        solution: Text,
        decision: Text,
        reviewOn: Text,
      }),
    ),
    solution: Maybe(Type.Object({ solution: Text, on: Text, by: Text })),
    tracings: Type.Array(Type.Object({ id: Text, whom: Text, through: Text, step: Text, on: Text, note: Text })),
    prepared: Type.Array(Text),
    returned: Maybe(Type.Object({ on: Text, place: Text, carer: Text })),
    carers: Type.Array(Type.Object({ id: Text, name: Text, suspect: Type.Boolean() })),
  }),
  async handle(call) {
    const { state } = await readCase(call, call.params.id, 'case care');
    const today = await call.services.ledger.today(call.tx, call.actor.city);
    const { determinations, places, solution } = state.bestInterests;
    const { stays, tracings, prepared, returned } = state.placements;
    const unseen = new Map(
      stays.flatMap(({ place, name, kind }) => (place && !places.some(({ id }) => id === place) ? [[place, { name, kind }]] : [])),
    );
    return {
      safety: safetyNow(state, today),
      now: stayNow(state)?.id ?? null,
      stays: stays.map((stay) => ({ ...stay })),
      places: [
        ...[...unseen].map(([id, place]) => ({
          id,
          ...place,
          country: null,
          carer: null,
          safety: safetyOf(state, id, today),
          assessed: null,
        })),
        ...places.map(({ assessment: { id: _, result: __, ...assessed }, ...place }) => ({
          ...place,
          safety: safetyOf(state, place.id, today),
          assessed,
        })),
      ],
      determinations: determinations.toReversed().map((one) => ({ ...one, participants: one.participants.map((who) => ({ ...who })) })),
      solution: solution && { ...solution },
      tracings: tracings.map((one) => ({ ...one })),
      prepared: [...prepared],
      returned: returned && { ...returned },
      carers: state.safeguards.carers.map(({ id, name, suspect }) => ({ id, name, suspect })),
    };
  },
});
