import { singleRoute } from '../../../platform/http/readRecord.ts';
import * as contract from '../contract/index.ts';
import { boundsOf, limitNames, limitsOn, limitsRecord, startingLimits } from '../domain/index.ts';

export const limitsRoute = singleRoute(contract.readLimits, limitsRecord, async (state, { tx, actor, services }) => {
  const now = limitsOn(state, await services.ledger.today(tx, actor.city));
  const first = { ...startingLimits, setOn: null, by: null, because: null };
  const versions = [first, ...(state?.versions ?? [])];
  // The limits a city starts with may begin on the day of a version that took their place.
  const inForce = versions.findLastIndex(({ from }) => from === now.from);
  return {
    ...now,
    history: versions.map((one, i) => ({ ...one, inForce: i === inForce })).reverse(),
    bounds: Object.fromEntries(limitNames.map((name) => [name, boundsOf(name)])),
  };
});
