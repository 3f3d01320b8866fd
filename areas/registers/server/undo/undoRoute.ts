import { type AnyRoute, route } from '../../../../platform/http/area.ts';
import { readRecord } from '../../../../platform/http/readRecord.ts';
import { allows } from '../../../../platform/permissions/ability.ts';
import * as contract from '../../contract/index.ts';
import { importRecord } from '../../domain/index.ts';
import { laterImport } from '../views.ts';
import { type Above, restingOnImport } from './resting.ts';

/** Records that are named at most: one to open, and how many more of its kind. */
const most = 500;

/** What undoing an import would do, and what is in its way. Of records that the reader may not see they learn only that there are some. */
export const undoRouteWith = (above: Above): AnyRoute =>
  route(contract.readUndo, async (call) => {
    const { tx, actor, ability, services, params, note } = call;
    const { state, next } = await readRecord(call, importRecord, params.id, null);
    await note(importRecord.kind, [params.id], 'undoing an import');
    const may = (await next()).includes('undo');
    const resting = new Map<string, string>();
    let ended = may;
    if (may)
      for await (const found of restingOnImport(tx, above, { id: params.id, register: state.register })) {
        for (const { kind, id } of found) resting.set(id, kind);
        ended = resting.size < most;
        if (!ended) break;
      }
    const readable = new Map<string, string[]>();
    for (const [kind, some] of Map.groupBy(resting, ([, of]) => of)) {
      const ids = some.map(([id]) => id);
      const states = await services.ledger.findMany(tx, actor.city, kind, ids);
      const facts = services.ledger.parts.registry.get(kind).facts;
      const seen = ids.filter((id) => {
        const one = states.get(id);
        return one && allows(ability, 'read', kind, { ...facts(one.state), id, city: actor.city });
      });
      if (seen.length > 0) readable.set(kind, seen);
    }
    const shown = [...readable.values()].reduce((sum, ids) => sum + ids.length, 0);
    const later = may ? await laterImport(tx, { ...state, id: params.id }) : undefined;
    const { added, changed, gone } = state.counts;
    return {
      may,
      rows: { added, changed, gone },
      laterImport: later ?? null,
      resting: [...readable].map(([kind, ids]) => ({ kind, records: ids.length, first: ids[0]! })),
      more: !ended && may,
      others: resting.size > shown,
    };
  });
