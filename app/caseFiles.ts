import { createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { type ExportState, exportRecord } from '../areas/papers/domain/index.ts';
import { exportJob, forgetExportJob } from '../areas/papers/server/exports/exporting.ts';
import { importHtcds } from '../areas/papers/server/exports/importRoute.ts';
import { categories } from '../areas/partners/domain/index.ts';
import { attachmentsOf } from '../platform/attachments/store.ts';
import { progressOf } from '../platform/jobs/progress.ts';
import { systemActor } from '../platform/ledger/ledger.ts';
import { isRecipient, locked } from '../platform/sealing/age.ts';
import { readConfiguration } from './configuration.ts';
import { type Instance, lineLog, openInstance } from './instance.ts';

/**
 * `olle case export --htcds` and `olle case import --htcds FILE`: cases to and from other organisations, from the command line of the
 * server's machine. Refused while a server runs on the folder. Returns the exit code.
 */
export async function caseFiles(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      htcds: { type: 'boolean' },
      because: { type: 'string' },
      for: { type: 'string' },
      recipient: { type: 'string', multiple: true },
      plain: { type: 'boolean' },
      out: { type: 'string' },
      city: { type: 'string', default: '1' },
      'dry-run': { type: 'boolean' },
    },
  });
  const [what, file] = positionals;
  const city = Number(values.city);
  if (!values.htcds || !Number.isInteger(city) || (what !== 'export' && what !== 'import') || (what === 'import' && !file)) {
    console.error(
      'olle: say "case export --htcds --for office --because WHY --recipient age1… --out FILE" or "case import --htcds FILE [--dry-run]". Cities have numbers: --city 1.',
    );
    return 2;
  }
  const given = {
    because: values.because ?? '',
    goesTo: values.for ?? '',
    recipients: values.recipient ?? [],
    plain: values.plain === true,
    out: values.out ?? '',
  };
  if (what === 'export') {
    const fault = await faultOf(given);
    if (fault) {
      console.error(`olle: ${fault}`);
      return 2;
    }
  }
  const instance = await openInstance(readConfiguration(process.env), { log: lineLog, serve: false, queue: false });
  try {
    const { rows } = await instance.owner.query('select 1 from city where number = $1', [city]);
    if (rows.length === 0) throw new Error(`there is no city ${city} in this folder. Start Olle and set it up first.`);
    return what === 'export'
      ? await exportCases(instance, city, given)
      : await importCases(instance, city, file!, values['dry-run'] === true);
  } finally {
    await instance.stop();
  }
}

const readers: readonly string[] = ['office', ...categories];

interface ExportAsked {
  readonly because: string;
  /** The office itself, or what kind of partner: outside, only children whose sharing with them was agreed to are in the file. */
  readonly goesTo: string;
  readonly recipients: readonly string[];
  readonly plain: boolean;
  readonly out: string;
}

async function faultOf({ because, goesTo, recipients, plain, out }: ExportAsked): Promise<string | undefined> {
  if (because.trim() === '') return 'say with --because what the file is for; it is kept with the export.';
  if (!readers.includes(goesTo)) return `say with --for who reads the file: ${readers.join(', ')}.`;
  if (out === '') return 'say with --out where the file goes.';
  if (recipients.length === 0 && !plain)
    return 'name with --recipient who may open the file (a public key of age), or take it in clear with --plain.';
  for (const one of recipients) if (!(await isRecipient(one))) return `${one} is no public key of age.`;
  return undefined;
}

async function exportCases(
  { services }: Instance,
  city: number,
  { because, goesTo, recipients, plain, out }: ExportAsked,
): Promise<number> {
  const actor = systemActor(city);
  const id = uuidv7();
  const command = (name: string, input: object) => services.ledger.executeAll(actor, [{ kind: exportRecord.kind, id, name, input }]);
  const to = goesTo === 'office' ? { forWhom: 'office' } : { forWhom: 'outside', kind: goesTo };
  await command('ask', { format: 'htcds', criteria: {}, because, ...to });
  await exportJob.run({ city, export: id }, services, (of) => progressOf(services, city, exportJob.name, of));
  await command('take', { lock: plain ? 'plain' : 'recipients' });
  const made = await services.ledger.transaction(city, (tx) => attachmentsOf(services, tx, city, id));
  const content = Readable.from(made.get(id)!.content());
  await pipeline(plain ? content : await locked(content, { recipients }), createWriteStream(out, { mode: 0o600 }));
  await forgetExportJob.run({ city, export: id }, services, (of) => progressOf(services, city, forgetExportJob.name, of));
  const done = await services.ledger.transaction(city, (tx) => services.ledger.find<ExportState>(tx, city, exportRecord.kind, id));
  const { rows, leftOut } = done!.state;
  if (leftOut > 0) console.log(`${leftOut} cases are not in it: nobody agreed that they are shared with them.`);
  console.log(`${rows} cases written to ${out}${plain ? ', in clear: whoever finds it can read it' : ''}.`);
  return 0;
}

async function importCases({ services }: Instance, city: number, file: string, dryRun: boolean): Promise<number> {
  const text = readFileSync(file, 'utf8');
  const found = await services.ledger.transaction(city, (tx) => importHtcds(services, tx, systemActor(city), text, dryRun));
  console.log(`${found.cases} cases in the file; ${dryRun ? 'none was opened (--dry-run)' : `${found.opened} opened`}.`);
  for (const [field, cases] of Object.entries(found.noted)) console.log(`  ${field}: has no field here, becomes a note (${cases})`);
  if (found.unknown.length > 0) console.log(`  not of the standard, left out: ${found.unknown.join(', ')}`);
  for (const { row, faults } of found.setAside) console.log(`  row ${row}: ${faults.join(', ')}`);
  return found.setAside.some(({ faults }) => faults.includes('no-name')) ? 1 : 0;
}
