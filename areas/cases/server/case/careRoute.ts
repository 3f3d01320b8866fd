import { route } from '../../../../platform/http/area.ts';
import * as contract from '../../contract/index.ts';
import { safetyNow, safetyOf, stayNow } from '../../domain/whereabouts.ts';
import { readCase } from './readCase.ts';

export const careRoute = route(contract.readCare, async (call) => {
  const { state } = await readCase(call, call.params.id, 'case care');
  const today = await call.services.ledger.today(call.tx, call.actor.city);
  const { determinations, places, solution } = state.bestInterests;
  const unseen = new Map(
    state.placements.stays.flatMap(({ place, name, kind }) =>
      place && !places.some(({ id }) => id === place) ? [[place, { name, kind, country: null, carer: null, assessment: null }]] : [],
    ),
  );
  return {
    ...state.placements,
    safety: safetyNow(state, today),
    now: stayNow(state)?.id ?? null,
    places: [...[...unseen].map(([id, place]) => ({ id, ...place })), ...places].map(({ assessment, ...place }) => ({
      ...place,
      safety: safetyOf(state, place.id, today),
      assessed: assessment,
    })),
    determinations: determinations.toReversed(),
    solution,
    carers: state.safeguards.carers,
  };
});
