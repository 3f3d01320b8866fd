import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { link as linkRecords, type ScoredPair } from '@olle/linkage';
import { stringify } from 'csv-stringify';
import { csvQuoting } from '../../../../platform/spreadsheets/tableFile.ts';
import { harmless } from '../../domain/index.ts';
import { type DateNotes, linkColumns } from './columnKinds.ts';
import { type CsvTable, readCsv } from './csvTable.ts';

const usage = 'olle link a.csv [b.csv] --id COLUMN [--one-to-one] [--out links.csv] [--from 0.5] [--columns given:name,born:date] [--json]';

/** What a person should know of a column of dates. */
const doubts: Readonly<Record<DateNotes['doubts'][number]['doubt'], string>> = {
  order: 'day and month could be either way round; they were read day first.',
  'both-orders': 'some dates have the day first and others the month.',
  'half-converted': 'a spreadsheet has exchanged day and month of the dates up to the 12th.',
  calendar: 'two calendars give dates that could be.',
  unread: 'most dates cannot be read.',
  ages: 'most dates are those of people who are grown up.',
};

function idsOf(table: CsvTable, id: string): readonly string[] {
  const ids = table.columns.get(id);
  if (!ids) throw new Error(`${table.file} has no column "${id}". Columns: ${table.headers.join(', ')}.`);
  const first = new Map<string, number>();
  ids.forEach((value, i) => {
    if (value === '') throw new Error(`${table.file}, row ${i + 2}, column "${id}": the id is missing. Every row needs one.`);
    const earlier = first.get(value);
    if (earlier !== undefined)
      throw new Error(
        `${table.file}, column "${id}": rows ${earlier + 2} and ${i + 2} have the same id "${value}". Ids must differ within a file.`,
      );
    first.set(value, i);
  });
  return ids;
}

async function writeLinks(file: string, pairs: readonly ScoredPair[], ids: readonly string[], fields: readonly string[]): Promise<void> {
  const rows = function* () {
    yield ['left_id', 'right_id', 'probability', 'match_weight', ...fields.map((field) => harmless(`weight_${field}`))];
    for (const { a, b, probability, weight, fields } of pairs)
      yield [
        harmless(ids[a]!),
        harmless(ids[b]!),
        probability.toFixed(6),
        weight.toFixed(3),
        ...fields.map((field) => field.weight.toFixed(3)),
      ];
  };
  await pipeline(Readable.from(rows()), stringify(csvQuoting), createWriteStream(file)).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be written (${error.code ?? error.message}). Choose another place with --out.`);
  });
}

/**
 * `olle link`: finds the rows that are the same person in one CSV file (duplicates) or between two.
 * Returns the exit code: 0 done, 2 where the arguments are wrong. Throws a sentence where a file is wrong; nothing is written then.
 */
export async function link(args: string[]): Promise<number> {
  const options = {
    id: { type: 'string' },
    out: { type: 'string' },
    from: { type: 'string', default: '0.5' },
    columns: { type: 'string' },
    'one-to-one': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    console.error(`olle: ${(error as Error).message}\n${usage}`);
    return 2;
  }
  const { values, positionals: files } = parsed;
  const oneToOne = values['one-to-one'];
  const from = Number(values.from);
  const wrong =
    files.length < 1 || files.length > 2
      ? 'Give one CSV file (to find duplicates) or two (to link them).'
      : !values.id
        ? 'Say with --id which column tells the rows of a file apart.'
        : oneToOne && files.length === 1
          ? '--one-to-one needs two files.'
          : !(from > 0 && from <= 1)
            ? '--from is a probability above 0 and at most 1.'
            : undefined;
  if (wrong) {
    console.error(`olle: ${wrong}\n${usage}`);
    return 2;
  }

  const seconds: Record<string, number> = {};
  let since = performance.now();
  const stage = (name: string) => {
    const now = performance.now();
    seconds[name] = Math.round(now - since) / 1000;
    since = now;
  };
  const tables = [];
  for (const file of files) tables.push(await readCsv(file));
  const ids = tables.flatMap((table) => idsOf(table, values.id!));
  const { columns, notes: dates } = linkColumns(tables, values.id!, values.columns);
  stage('read');
  const left = tables[0]!.rows;
  const result = linkRecords({
    columns,
    sources: Int32Array.from(ids, (_, i) => (i < left ? 0 : 1)),
    within: tables.length === 1,
    linkFrom: from,
    reviewFrom: from,
  });
  // Good pairs at odds with a better one are left out only where each row may have but one partner.
  const pairs = oneToOne ? result.links : [...result.links, ...result.review].sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  stage('link');
  const out = values.out ?? 'links.csv';
  await writeLinks(
    out,
    pairs,
    ids,
    result.model.comparisons.map(({ column }) => column),
  );
  stage('write');
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const notes = [
    ...(dates.unread > 0 ? [`${dates.unread} dates could not be read and count as unknown, the first in ${dates.first}.`] : []),
    ...dates.doubts.map(({ where, doubt }) => `${where}: ${doubts[doubt]}`),
    ...(result.passedOver > 0
      ? [`${result.passedOver} blocks were too large to compare; rows that agree in nothing else were not compared.`]
      : []),
  ];
  if (values.json)
    console.log(
      JSON.stringify({
        rows: tables.map(({ rows }) => rows),
        compared: result.compared,
        links: pairs.length,
        out,
        notes,
        seconds,
        peakMb,
        model: result.model,
      }),
    );
  else {
    console.log(`${ids.length} rows, ${result.compared} pairs compared, ${pairs.length} links at ${from} or above, in ${out}`);
    console.log(`compared: ${columns.map(({ name, kind }) => `${name} (${kind})`).join(', ')}`);
    for (const note of notes) console.log(note);
    console.log(
      `${Object.values(seconds)
        .reduce((sum, n) => sum + n, 0)
        .toFixed(1)} s, at most ${peakMb} MB`,
    );
  }
  return 0;
}
