import type { Tx } from '../../../../platform/database/pool.ts';
import { type Actor, bornOn, refuse } from '../../../../platform/decider/index.ts';
import { route, type Services } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { caseRecord } from '../../../cases/domain/index.ts';
import { rowsByHeading } from '../../../registers/server/readers.ts';
import * as contract from '../../contract/index.ts';
import { htcds } from '../../domain/index.ts';

const maxCases = 2000;

/** The rows of a file of the standard: one that Olle wrote, a list of objects, or a table, read as registers are. */
async function rowsOf(file: string): Promise<Readonly<Record<string, unknown>>[]> {
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
    return await rowsByHeading(Buffer.from(text, 'utf8'));
  } catch {
    throw new Refused(refuse('papers.not-htcds'));
  }
}

/**
 * Opens a case for each row of a file of the standard; the same row again opens none. With `dryRun` nothing is written. Throws `Refused`
 * where the file is none of the standard's or too long.
 */
export async function importHtcds(services: Services, tx: Tx, actor: Actor, file: string, dryRun: boolean) {
  const rows = await rowsOf(file);
  const read = rows.map((row) => ({ row, told: htcds.fromHtcds(row) }));
  if (read.length === 0 || read.every(({ told }) => told.name === '' && told.noted.length === 0))
    throw new Refused(refuse('papers.not-htcds'));
  if (read.length > maxCases) throw new Refused(refuse('papers.htcds-too-long', { most: maxCases }));
  const noted: Record<string, number> = {};
  const unknown = new Set<string>();
  let opened = 0;
  const today = await services.ledger.today(tx, actor.city);
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
      // A city that sent a victim must not find the case closed as unfounded: open until somebody has answered it.
      ...(told.victim
        ? [
            request('raise-flag', {
              flag: services.sealing.idFor(actor.city, 'cases.htcds', `${id} victim`),
              reason: 'safety',
              words: told.victim,
              due: today,
            }),
          ]
        : []),
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

export const importRoute = route(
  contract.importHtcds,
  ({ tx, actor, services, body }) => importHtcds(services, tx, actor, body.file, body.dryRun),
  { bodyLimit: contract.htcdsLetters + 1024 },
);
