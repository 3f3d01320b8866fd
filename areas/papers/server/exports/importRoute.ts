import { parse } from 'csv-parse/sync';
import { Type } from 'typebox';
import type { Tx } from '../../../../platform/database/pool.ts';
import { type Actor, bornOn, fields, refuse } from '../../../../platform/decider/index.ts';
import { route, type Services } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { caseRecord } from '../../../cases/domain/index.ts';
import { htcds } from '../../domain/index.ts';

const mostCases = 2000;
const letters = 8 * 1024 ** 2;

export interface Imported {
  readonly cases: number;
  /** Of those, how many were opened now; the others were here from an earlier try. */
  readonly opened: number;
  /** Fields that became notes, and in how many cases. */
  readonly noted: Readonly<Record<string, number>>;
  /** Columns that are none of the standard's. */
  readonly unknown: readonly string[];
  /** Rows that could not be taken, with why. */
  readonly setAside: readonly { readonly row: number; readonly faults: readonly string[] }[];
}

/** The rows of a file of the standard: one that Olle wrote, a list of objects, or a table as the form's server gives it out. */
function rowsOf(file: string): Readonly<Record<string, unknown>>[] {
  const text = file.replace(/^\uFEFF/, '').trimStart();
  try {
    if (/^[[{]/.test(text)) {
      const found = JSON.parse(text) as unknown;
      const list = Array.isArray(found)
        ? found
        : ((found as { cases?: unknown; results?: unknown }).cases ?? (found as { results?: unknown }).results);
      if (!Array.isArray(list)) throw new Error('no list');
      return list.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
    }
    return parse(text, { columns: true, skip_empty_lines: true, relax_column_count: true });
  } catch {
    throw new Refused(refuse('papers.not-htcds'));
  }
}

/**
 * Opens a case for each row of a file of the standard; the same row again opens none. With `dryRun` nothing is written. Throws `Refused`
 * where the file is none of the standard's or too long.
 */
export async function importHtcds(services: Services, tx: Tx, actor: Actor, file: string, dryRun: boolean): Promise<Imported> {
  const rows = rowsOf(file);
  const read = rows.map((row) => ({ row, told: htcds.fromHtcds(row) }));
  if (read.length === 0 || read.every(({ told }) => told.name === '' && told.noted.length === 0))
    throw new Refused(refuse('papers.not-htcds'));
  if (read.length > mostCases) throw new Refused(refuse('papers.htcds-too-long', { most: mostCases }));
  const noted: Record<string, number> = {};
  const unknown = new Set<string>();
  let opened = 0;
  const good = read.filter(({ told }) => !told.faults.includes('no-name'));
  for (const { row, told } of good) {
    for (const field of told.noted) noted[field] = (noted[field] ?? 0) + 1;
    for (const column of told.unknown) unknown.add(column);
    if (dryRun) continue;
    const id = services.sealing.idFor(actor.city, 'cases.htcds', JSON.stringify(row));
    if (await services.ledger.find(tx, actor.city, caseRecord.kind, id)) continue;
    const born = told.born;
    const request = (name: string, input: object) => ({ kind: caseRecord.kind, id, name, input });
    await services.ledger.runAll(tx, actor, [
      request('open', {
        person: null,
        source: 'partner',
        riskLevel: 'high',
        ward: null,
        born: born ? bornOn(born) : null,
        worker: actor.roles.includes('case-worker') ? actor.id : null,
        name: told.name,
        concern: told.concern || 'HTCDS',
        actions: [],
      }),
      ...(born ? [request('record-age', { basis: 'statement', disputed: false, born })] : []),
      ...told.notes.map((text) => request('note', { text })),
    ]);
    opened++;
  }
  return {
    cases: good.length,
    opened,
    noted,
    unknown: [...unknown],
    setAside: read.flatMap(({ told: { faults } }, i) => (faults.length > 0 ? [{ row: i + 1, faults }] : [])),
  };
}

export const importRoute = route({
  method: 'POST',
  path: '/api/papers/htcds',
  summary: 'Open cases from a file of the Human Trafficking Case Data Standard; dryRun says what that would do',
  may: ['take-in', 'cases.case'],
  bodyLimit: letters + 1024,
  body: fields({ file: Type.String({ maxLength: letters }), dryRun: Type.Boolean() }),
  answer: Type.Object({
    cases: Type.Integer(),
    opened: Type.Integer(),
    noted: Type.Record(Type.String(), Type.Integer()),
    unknown: Type.Array(Type.String()),
    setAside: Type.Array(Type.Object({ row: Type.Integer(), faults: Type.Array(Type.String()) })),
  }),
  async handle({ tx, actor, services, body }) {
    const { noted, unknown, setAside, ...counts } = await importHtcds(services, tx, actor, body.file, body.dryRun);
    return {
      ...counts,
      noted: { ...noted },
      unknown: [...unknown],
      setAside: setAside.map(({ row, faults }) => ({ row, faults: [...faults] })),
    };
  },
});
