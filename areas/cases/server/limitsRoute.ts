import { route } from '../../../platform/http/area.ts';
import { theOne } from '../../../platform/ledger/ledger.ts';
import * as contract from '../contract/index.ts';
import { boundsOf, type LimitsState, limitNames, limitsOn, limitsRecord, startingLimits } from '../domain/index.ts';

export const limitsRoute = route(contract.readLimits, async ({ tx, actor: { city }, services: { ledger, sealing } }) => {
  const id = sealing.idFor(city, limitsRecord.kind, theOne);
  const found = await ledger.find<LimitsState>(tx, city, limitsRecord.kind, id);
  const now = limitsOn(found?.state, await ledger.today(tx, city));
  const first = { ...startingLimits, setOn: null, by: null, because: null };
  const versions = [first, ...(found?.state.versions ?? [])];
  // The limits a city starts with may begin on the day of a version that took their place.
  const inForce = versions.findLastIndex(({ from }) => from === now.from);
  return {
    id,
    version: found?.version ?? 0,
    ...now,
    history: versions.map((one, i) => ({ ...one, inForce: i === inForce })).reverse(),
    bounds: Object.fromEntries(limitNames.map((name) => [name, boundsOf(name)])),
  };
});
