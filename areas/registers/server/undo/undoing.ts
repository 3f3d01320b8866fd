import { pagesOf } from '../../../../platform/database/pages.ts';
import type { Tx } from '../../../../platform/database/pool.ts';
import { refuse } from '../../../../platform/decider/index.ts';
import type { Services } from '../../../../platform/http/area.ts';
import type { JobDefinition } from '../../../../platform/jobs/job.ts';
import { statesBefore } from '../../../../platform/ledger/follow.ts';
import { systemActor } from '../../../../platform/ledger/ledger.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import type { Consequence } from '../../../../platform/ledger/view.ts';
import { type EntryState, entryRecord, formerOf, type ImportState, importRecord } from '../../domain/index.ts';
import { type Above, beginningOf, restingOnImport, rowsThatCarry, writtenBy } from './resting.ts';

export const undoJobName = 'registers.undo';

/** Refuses to undo an import on whose rows something rests, before anything is written. */
export const nothingRests = (above: Above): Consequence => ({
  kinds: [importRecord.kind],
  async follow({ id, state, events }, tx) {
    if (!events.some(({ type }) => type === 'undo-asked')) return [];
    const { register } = state as ImportState;
    for await (const found of restingOnImport(tx, above, { id, register }))
      if (found.length > 0) throw new Refused(refuse('registers.undo-rests'));
    return [];
  },
});

/** The rows of a page that go back, each to what it was; those on which something rests by now stay. */
async function undoPage({ ledger }: Services, tx: Tx, above: Above, id: string, page: readonly string[]) {
  const carrying = new Set(await rowsThatCarry(tx, above, page, await beginningOf(tx, id)));
  const going = page.filter((entry) => !carrying.has(entry));
  const formers = await statesBefore<EntryState>(tx, ledger, entryRecord.kind, going, ({ fields }) => fields['import'] === id);
  const on = await ledger.today(tx, tx.city);
  const requests = going.flatMap((entry) => {
    const former = formers.get(entry);
    if (former === undefined) return [];
    const was = former && formerOf(former);
    return [{ kind: entryRecord.kind, id: entry, name: 'undo', input: { undone: id, on, ...(was ? { former: was } : {}) } }];
  });
  const removed = requests.filter(({ input }) => !('former' in input)).length;
  return { requests, removed, restored: requests.length - removed, kept: page.length - requests.length };
}

/** The job behind `registers.import/undo`. A row that went back is no longer the import's, so a killed one goes on with those left. */
export const undoJobWith = (above: Above): JobDefinition => ({
  name: undoJobName,
  async run({ city, import: given }, services, progressOf) {
    const id = String(given);
    const { ledger } = services;
    const system = systemActor(city);
    const found = await ledger.transaction(city, (tx) => ledger.find<ImportState>(tx, city, importRecord.kind, id));
    if (found?.state.status !== 'undoing') return;
    const { register, counts, undo } = found.state;
    let { removed, restored } = undo!;
    let kept = 0;
    const total = counts.added + counts.changed + counts.gone;
    const progress = progressOf(id);
    await progress.report('undoing', removed + restored, total);
    for (const status of ['present', 'gone'] as const) {
      const pages = pagesOf((after) => ledger.transaction(city, (tx) => writtenBy(tx, { id, register }, status, after)));
      for await (const page of pages) {
        const done = await ledger.transaction(city, async (tx) => {
          const of = await undoPage(
            services,
            tx,
            above,
            id,
            page.map((row) => row.id),
          );
          const sum = { removed: removed + of.removed, restored: restored + of.restored };
          const noted = { kind: importRecord.kind, id, name: 'note-undone', input: sum };
          if (of.requests.length > 0) await ledger.runAll(tx, system, [...of.requests, noted]);
          return { ...sum, kept: of.kept };
        });
        ({ removed, restored } = done);
        kept += done.kept;
        await progress.report('undoing', removed + restored, Math.max(total, removed + restored));
      }
    }
    await ledger.executeAll(system, [{ kind: importRecord.kind, id, name: 'finish-undo', input: { kept } }]);
  },
  async gaveUp({ city, import: id }, { ledger }) {
    await ledger.executeAll(systemActor(city), [{ kind: importRecord.kind, id: String(id), name: 'fail-undo', input: {} }]);
  },
});
