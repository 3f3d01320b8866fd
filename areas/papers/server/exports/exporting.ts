import { sql } from 'kysely';
import { keepMade, removeOfSubject } from '../../../../platform/attachments/made.ts';
import { type Tx, withTransaction } from '../../../../platform/database/pool.ts';
import type { Services } from '../../../../platform/http/area.ts';
import type { JobDefinition, Progress } from '../../../../platform/jobs/job.ts';
import { systemActor } from '../../../../platform/ledger/ledger.ts';
import type { Reaction } from '../../../../platform/ledger/view.ts';
import type { StoredRow } from '../../../../platform/lists/server/table.ts';
import { tableTypes } from '../../../../platform/spreadsheets/tableFile.ts';
import { type CaseState, caseRecord } from '../../../cases/domain/index.ts';
import { narrowedCases, ofCases } from '../../../cases/server/readers.ts';
import { type ExportState, exportHours, exportRecord, maxNamed, restsOn } from '../../domain/index.ts';
import { htcdsShape } from './htcds.ts';
import { partShape } from './parts.ts';
import { tableShape } from './shape.ts';

const batchRows = 1000;

const types = { ...tableTypes, htcds: tableTypes.json } as const;

/** Makes the file of an export: sealed as it is written, and every case in it noted as read by who asked. */
export const exportJob: JobDefinition = {
  name: 'papers.export',
  async run({ city, export: given }, services, progress) {
    const id = String(given);
    const found = await withTransaction(services.pool, city, (tx) => services.ledger.find<ExportState>(tx, city, exportRecord.kind, id));
    if (found?.state.status !== 'running') return;
    await settle(services, city, id, 'made', await make(services, city, id, found.state, progress(id)));
    const now = await withTransaction(services.pool, city, (tx) => services.ledger.find<ExportState>(tx, city, exportRecord.kind, id));
    // Destroyed while it was being made.
    if (now?.state.status !== 'ready') await withTransaction(services.pool, city, (tx) => removeOfSubject(tx, city, id));
  },
  async gaveUp({ city, export: given }, services) {
    await settle(services, city, String(given), 'fail', {});
  },
};

const settle = (services: Services, city: number, id: string, name: string, input: object) =>
  services.ledger.executeAll(systemActor(city), [{ kind: exportRecord.kind, id, name, input }]);

/** On what it rests that each of the cases given is in a file for them: those that are not among them may not be in it. */
async function restingOn(
  services: Services,
  tx: Tx,
  rows: readonly StoredRow[],
  to: ExportState['to'],
  today: string,
): Promise<ReadonlyMap<string, string>> {
  if (to.forWhom === 'office') return new Map(rows.map(({ id }) => [id, '']));
  const states = await services.ledger.findMany<CaseState>(
    tx,
    tx.city,
    caseRecord.kind,
    rows.map(({ id }) => id),
  );
  return new Map(
    [...states].flatMap(([id, { state }]) => {
      const ground = restsOn(state, to, today);
      return ground === null ? [] : [[id, ground] as const];
    }),
  );
}

async function make(services: Services, city: number, id: string, state: ExportState, progress: Progress) {
  const today = await withTransaction(services.pool, city, (tx) => services.ledger.today(tx, city));
  const { search, to } = state;
  const { cases, ...narrowing } = state.criteria;
  const narrowed = narrowedCases(
    { ...narrowing, ...(search === null ? {} : { name: search }) },
    { services, actor: { id: state.by, city }, today },
  );
  const scope = cases ? sql`${narrowed} and c.id = any(${cases}::uuid[])` : narrowed;
  const total = await withTransaction(services.pool, city, async (tx) => {
    const [row] = await tx.run<{ n: number }>(sql<{ n: number }>`select count(*)::int as n from ${ofCases} where ${scope}`);
    return row!.n;
  });
  const shape =
    state.format === 'htcds'
      ? htcdsShape(services, city, today)
      : state.table === 'cases'
        ? tableShape(services, city, state.format, { today, to, language: state.language })
        : partShape(services, city, state.format, { table: state.table, language: state.language });
  let [done, looked, leftOut] = [0, 0, 0];
  const left: string[] = [];
  const reader = { id: state.by, city, roles: [] };
  async function* contents(): AsyncGenerator<Buffer> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const batch = await withTransaction(services.pool, city, async (tx) => {
        const rows = await tx.run<StoredRow>(
          sql<StoredRow>`select c.* from ${ofCases} where ${scope} and c.id > ${after}::uuid order by c.id limit ${batchRows}`,
        );
        const resting = await restingOn(services, tx, rows, to, today);
        const { bytes, ids } = await shape.write(
          tx,
          rows.filter(({ id: one }) => resting.has(one)),
          resting,
        );
        // Why is sealed in the export's own record: what a person typed may hold a name.
        await services.ledger.noteReading(tx, reader, 'cases.case', ids, `export ${id}`);
        return {
          bytes,
          cases: ids.length,
          back: rows.flatMap((row) => (resting.has(row.id) ? [] : [row.id])),
          last: rows.at(-1)?.id,
          rows: rows.length,
        };
      });
      yield batch.bytes;
      done += batch.cases;
      looked += batch.rows;
      leftOut += batch.back.length;
      left.push(...batch.back.slice(0, maxNamed - left.length));
      await progress.report('writing', looked, total);
      if (batch.rows < batchRows) break;
      after = batch.last!;
    }
    yield shape.end();
  }
  await keepMade(services, { city, id, by: state.by, ...types[state.format], name: state.table }, contents());
  return { rows: done, ...(to.forWhom === 'office' ? {} : { leftOut, left }) };
}

/** Destroys the file of an export once its day is over, or when it was said. */
export const forgetExportJob: JobDefinition = {
  name: 'papers.forget-export',
  async run({ city, export: given }, services) {
    const id = String(given);
    await withTransaction(services.pool, city, (tx) => removeOfSubject(tx, city, id));
    await settle(services, city, id, 'forget', {});
  },
};

/** Destroys every export of the city: somebody was erased, whose name may stand in one. */
export const forgetAllExportsJob: JobDefinition = {
  name: 'papers.forget-all-exports',
  async run({ city }, services) {
    const { rows } = await withTransaction(services.pool, city, (tx) =>
      tx.query<{ id: string }>(
        'select r.id from attachment a join record r on r.city = a.city and r.id = a.record where a.city = $1 and r.kind = $2',
        [city, exportRecord.kind],
      ),
    );
    for (const { id } of rows) await settle(services, city, id, 'forget', {});
  },
};

/** When an export that was asked for at that instant is destroyed. */
export const forgottenAt = (at: string): string => new Date(Date.parse(at) + exportHours * 3_600_000).toISOString();

/** An export that was asked for is made, and destroyed after its day; one that was said to be destroyed is at once. */
export const exportReaction: Reaction = {
  kinds: [exportRecord.kind],
  react: ({ id, events }) =>
    events.flatMap(({ type, at }) => {
      const payload = { export: id };
      if (type === 'export-forgotten') return [{ job: forgetExportJob.name, payload }];
      if (type !== 'export-asked') return [];
      return [
        { job: exportJob.name, payload, key: `papers.export:${id}` },
        { job: forgetExportJob.name, payload, notBefore: forgottenAt(at) },
      ];
    }),
};

/** Who was erased must not go on standing in a file that was made the day before. */
export const erasureReaction: Reaction = {
  kinds: ['protection.erasure'],
  react: ({ events }) =>
    events.some(({ type }) => type === 'erased' || type === 'erased-again')
      ? [{ job: forgetAllExportsJob.name, payload: {}, key: forgetAllExportsJob.name }]
      : [],
};
