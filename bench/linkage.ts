// The same two files linked by Olle and by Splink, one after the other: Febrl 4, and made-up people drawn from its names with seeded
// misspellings. node bench/linkage.ts [rows a file …] (REPEATS=1 for one run each)   For Splink: python3 -m venv bench/.venv && bench/.venv/bin/pip install splink
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BenchTable, printTable } from './table.ts';

const fields = ['given_name', 'surname', 'date_of_birth', 'suburb', 'address_1', 'postcode'] as const;
type Row = Record<(typeof fields)[number] | 'rec_id', string>;
const kinds = 'given_name:name,surname:name,date_of_birth:date,suburb:text,address_1:text,postcode:code';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function febrl(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(here(`../packages/linkage/src/fixtures/${file}`), 'utf8')
    .trim()
    .split('\n');
  const headers = head.split(',').map((header) => header.trim());
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [headers[i]!, cell.trim()])) as Row);
}

/** `n` people in each of two files; every second one is in both, there with misspellings and gaps. Names as frequent as in Febrl 4. */
function madeUp(n: number, seed: number): [Row[], Row[]] {
  let state = seed >>> 0;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const source = febrl('dataset4a.csv');
  const pick = (field: (typeof fields)[number]) => source[draw(source.length)]![field];
  const person = (id: string): Row => {
    const place = source[draw(source.length)]!;
    const birth = `${1930 + draw(90)}${String(1 + draw(12)).padStart(2, '0')}${String(1 + draw(28)).padStart(2, '0')}`;
    return {
      rec_id: id,
      given_name: pick('given_name'),
      surname: pick('surname'),
      date_of_birth: birth,
      suburb: place.suburb,
      address_1: `${1 + draw(99)} ${pick('address_1')}`,
      postcode: place.postcode,
    };
  };
  const spoilt = (row: Row, id: string): Row => {
    const copy: Row = { ...row, rec_id: id };
    for (let errors = draw(4); errors > 0; errors--) {
      const field = fields[draw(fields.length)]!;
      const text = copy[field];
      const at = draw(text.length);
      const letter = field === 'date_of_birth' || field === 'postcode' ? String(draw(10)) : 'abcdefghijklmnopqrstuvwxyz'[draw(26)]!;
      copy[field] = draw(5) === 0 ? '' : text.slice(0, at) + letter + text.slice(at + 1);
    }
    return copy;
  };
  const left = Array.from({ length: n }, (_, i) => person(`rec-${i}-org`));
  return [left, left.map((row, i) => (i % 2 === 0 ? spoilt(row, `rec-${i}-dup`) : person(`rec-${n + i}-org`)))];
}

const csv = (rows: readonly Row[]): string =>
  `rec_id,${fields.join(',')}\n${rows.map((row) => [row.rec_id, ...fields.map((field) => row[field])].join(',')).join('\n')}\n`;

interface Measured {
  readonly links: number;
  readonly right: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

function olle(left: string, right: string, folder: string): Measured {
  const out = join(folder, 'links.csv');
  const script = `import(${JSON.stringify(pathToFileURL(here('../areas/registers/server/link/link.ts')).href)}).then(async ({ link }) => { await link(process.argv.slice(1)); const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); console.log(JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMb: Math.round(maxRSS / 1024) })); })`;
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ['-e', script, '--', left, right, '--id', 'rec_id', '--one-to-one', '--out', out, '--columns', kinds],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const seconds = Math.round(performance.now() - start) / 1000;
  const pairs = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const usage = JSON.parse(run.stdout.trim().split('\n').at(-1)!) as { cpuSeconds: number; peakMb: number };
  return { links: pairs.length, right: pairs.filter(([a, b]) => a!.split('-')[1] === b!.split('-')[1]).length, seconds, ...usage };
}

function splink(left: string, right: string): Measured | undefined {
  const python = process.env['SPLINK_PYTHON'] ?? here('./.venv/bin/python');
  if (!existsSync(python)) return undefined;
  const run = spawnSync(python, [here('./splink_peer.py'), left, right, '0.5'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.trim().split('\n').at(-1)!) as Measured;
}

/** The middle value of a measure over the runs: of two alternating engines both meet the same other work on the machine. */
const middle = (runs: readonly Measured[], of: (run: Measured) => number): number => runs.map(of).sort((a, b) => a - b)[runs.length >> 1]!;

/** Both engines in turn, `repeats` times (an odd number); medians. */
export function run(sizes: readonly number[], repeats = 3): BenchTable {
  const folder = mkdtempSync(join(tmpdir(), 'olle-bench-'));
  const sets: [string, number, () => [Row[], Row[]]][] = [
    ['Febrl 4', 5000, () => [febrl('dataset4a.csv'), febrl('dataset4b.csv')]],
    ...sizes.map((n): [string, number, () => [Row[], Row[]]] => [`made up, 2 × ${n.toLocaleString('en')}`, n / 2, () => madeUp(n, 1)]),
  ];
  const rows: (string | number)[][] = [];
  try {
    for (const [title, truth, make] of sets) {
      const files = ['left.csv', 'right.csv'].map((name) => join(folder, name)) as [string, string];
      make().forEach((content, i) => {
        writeFileSync(files[i]!, csv(content));
      });
      const engines = [
        ['Olle', () => olle(...files, folder)],
        ['Splink', () => splink(...files)],
      ] as const;
      const runs = Array.from({ length: repeats }, () => engines.map(([, measure]) => measure()));
      for (const [e, [engine]] of engines.entries()) {
        const own = runs.flatMap((measured) => measured[e] ?? []);
        const measured = own[0];
        if (!measured) continue;
        const [precision, recall] = [measured.right / measured.links, measured.right / truth];
        const share = (value: number) => Math.round(value * 10_000) / 10_000;
        rows.push([
          title,
          engine,
          Math.round(middle(own, ({ seconds }) => seconds) * 10) / 10,
          Math.round(middle(own, ({ cpuSeconds }) => cpuSeconds) * 10) / 10,
          middle(own, ({ peakMb }) => peakMb),
          share(precision),
          share(recall),
          share((2 * precision * recall) / (precision + recall)),
        ]);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    title: `Linkage of two files, one to one, probability 0.5 or above (${cpus().length} cores, median of ${repeats})`,
    columns: ['data', 'engine', 'wall s', 'CPU s', 'peak MB', 'precision', 'recall', 'F1'],
    rows,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sizes = process.argv.slice(2).map(Number);
  const { title, columns, rows } = run(sizes.length > 0 ? sizes : [50_000], Number(process.env['REPEATS'] ?? 3));
  printTable(title, columns, rows);
}
