import { sql } from 'kysely';
import { keepMade, removeOfSubject } from '../../../../platform/attachments/made.ts';
import { withTransaction } from '../../../../platform/database/pool.ts';
import type { Services } from '../../../../platform/http/area.ts';
import { Cancelled, type JobDefinition, type Progress } from '../../../../platform/jobs/job.ts';
import { systemActor } from '../../../../platform/ledger/ledger.ts';
import type { Reaction } from '../../../../platform/ledger/view.ts';
import { type Criteria, type ExportState, exportHours, exportRecord } from '../../domain/index.ts';
import type { CaseRow } from '../rows.ts';
import { htcdsShape } from './htcds.ts';
import { tableShape } from './shape.ts';

const batchRows = 1000;

const types = {
  csv: { type: 'text/csv', ending: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  json: { type: 'application/json', ending: 'json' },
  htcds: { type: 'application/json', ending: 'json' },
} as const;

/** The cases that criteria mean, as a condition on the rows of the table named `c`. */
function scopeOf(criteria: Criteria, city: number, today: string) {
  return sql.join(
    [
      sql<boolean>`c.city = ${city}`,
      ...(criteria.status ? [sql<boolean>`c.status = ${criteria.status}`] : []),
      ...(criteria.overdue ? [sql<boolean>`c.due_on < ${today}`] : []),
      ...(criteria.unassigned ? [sql<boolean>`c.worker is null`] : []),
      ...(criteria.riskLevel ? [sql<boolean>`c.risk_level = ${criteria.riskLevel}`] : []),
      ...(criteria.ward ? [sql<boolean>`c.ward = ${criteria.ward}`] : []),
    ],
    sql` and `,
  );
}

/** Makes the file of an export: sealed as it is written, and every case in it noted as read by who asked. */
export const exportJob: JobDefinition = {
  name: 'cases.export',
  async run({ city, export: given }, services, progress) {
    const id = String(given);
    const found = await withTransaction(services.pool, city, (tx) => services.ledger.find<ExportState>(tx, city, exportRecord.kind, id));
    if (found?.state.status !== 'running') return;
    try {
      const rows = await make(services, city, id, found.state, progress(id));
      await settle(services, city, id, 'made', { rows });
      const now = await withTransaction(services.pool, city, (tx) => services.ledger.find<ExportState>(tx, city, exportRecord.kind, id));
      // Destroyed while it was being made.
      if (now?.state.status !== 'ready') await withTransaction(services.pool, city, (tx) => removeOfSubject(tx, city, id));
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      await settle(services, city, id, 'fail', {});
    }
  },
  async gaveUp({ city, export: given }, services) {
    await settle(services, city, String(given), 'fail', {});
  },
};

const settle = (services: Services, city: number, id: string, name: string, input: object) =>
  services.ledger.executeAll(systemActor(city), [{ kind: exportRecord.kind, id, name, input }]);

async function make(services: Services, city: number, id: string, state: ExportState, progress: Progress): Promise<number> {
  const today = await withTransaction(services.pool, city, (tx) => services.ledger.today(tx, city));
  const scope = scopeOf(state.criteria, city, today);
  const total = await withTransaction(services.pool, city, async (tx) => {
    const [row] = await tx.run<{ n: number }>(sql<{ n: number }>`select count(*)::int as n from cases_case c where ${scope}`);
    return row!.n;
  });
  const shape = state.format === 'htcds' ? htcdsShape(services, city, today) : tableShape(services, city, state.format);
  let done = 0;
  const reader = { id: state.by, city, roles: [] };
  async function* contents(): AsyncGenerator<Buffer> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const batch = await withTransaction(services.pool, city, async (tx) => {
        const rows = await tx.run<CaseRow>(
          sql<CaseRow>`select c.* from cases_case c where ${scope} and c.id > ${after}::uuid order by c.id limit ${batchRows}`,
        );
        const { bytes, ids } = await shape.write(tx, rows);
        // Why is sealed in the export's own record: what a person typed may hold a name.
        await services.ledger.noteReading(tx, reader, 'cases.case', ids, `export ${id}`);
        return { bytes, cases: ids.length, last: rows.at(-1)?.id, full: rows.length === batchRows };
      });
      yield batch.bytes;
      done += batch.cases;
      await progress.report('writing', done, total);
      if (!batch.full) break;
      after = batch.last!;
    }
    yield shape.end();
  }
  await keepMade(services, { city, id, by: state.by, ...types[state.format], name: 'cases' }, contents());
  return done;
}

/** Destroys the file of an export once its day is over, or when it was said. */
export const forgetExportJob: JobDefinition = {
  name: 'cases.forget-export',
  async run({ city, export: given }, services) {
    const id = String(given);
    await withTransaction(services.pool, city, (tx) => removeOfSubject(tx, city, id));
    await settle(services, city, id, 'forget', {});
  },
};

/** Destroys every export of the city: somebody was erased, whose name may stand in one. */
export const forgetAllExportsJob: JobDefinition = {
  name: 'cases.forget-all-exports',
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
        { job: exportJob.name, payload, key: `cases.export:${id}` },
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
