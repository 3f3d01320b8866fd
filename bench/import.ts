// Imports a generated birth register through the real server, with fsync on, with numbers of its rows and without; says how fast and in how
// much memory.
// node bench/import.ts [rows]
import { rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { testOlle } from '../app/testing.ts';
import { importJob } from '../areas/registers/server/importing.ts';
import { receiveUpload } from '../areas/registers/server/uploads.ts';
import { openCluster } from '../platform/database/cluster.ts';
import { temporaryFolder } from '../platform/database/testing.ts';
import { progressOf } from '../platform/jobs/progress.ts';
import { cpuSecondsOf } from './city/processes.ts';
import { keepTable } from './table.ts';

const rows = Number(process.argv[2] ?? 100_000);
const given = ['Maya', 'Asha', 'Ram', 'Sita', 'Nima', 'Hari', 'Gita', 'Bikash', 'Puja', 'Kiran'];
const family = ['Rai', 'Thapa', 'Lama', 'Sherpa', 'Gurung', 'Tamang', 'Magar', 'Karki'];
const headers = [
  'id',
  'given name',
  'family name',
  'sex',
  'date of birth',
  'ward',
  'address',
  'phone',
  'mother name',
  'father name',
  'registration date',
  'birth registration no',
];

/** The file in pieces; without numbers its first column is left out. */
function* lines(numbered: boolean): Generator<Buffer> {
  const from = (text: string) => (numbered ? text : text.slice(text.indexOf(',') + 1));
  let text = `${from(headers.join(','))}\n`;
  for (let i = 1; i <= rows; i++) {
    const g = given[(i * 7) % given.length]!;
    const f = family[(i * 5) % family.length]!;
    const birth = `${2008 + (i % 18)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    text += from(
      `B${i},${g},${f},${i % 2 ? 'F' : 'M'},${birth},${1 + (i % 32)},House ${i % 5000},98${String(i).padStart(8, '0')},${given[(i * 3) % 10]} ${f},${given[i % 10]} ${f},${birth},R-${i}\n`,
    );
    if (text.length > 64 * 1024) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text);
}

const folder = temporaryFolder();
const cluster = await openCluster({ folder, log: () => undefined });
process.env['OLLE_TEST_CLUSTER'] = cluster.ownerUrl;
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
const findings: (string | number)[][] = [];

/** Does a step and notes what it took. */
async function step<T>(file: string, name: string, target: string, work: () => Promise<T>): Promise<T> {
  const [start, cpu, database] = [performance.now(), process.cpuUsage(), cpuSecondsOf(cluster.pid!)];
  peak = 0;
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const tenths = (value: number) => Math.round(value * 10) / 10;
  const ofDatabase = tenths(cpuSecondsOf(cluster.pid!) - database);
  findings.push([
    file,
    name,
    rows,
    tenths(seconds),
    tenths((user + system) / 1e6),
    ofDatabase,
    Math.round(rows / seconds),
    Math.round(peak / 1e6),
    target,
  ]);
  process.stderr.write(`${findings.at(-1)!.join(' | ')}\n`);
  return result;
}

async function importTwice(numbered: boolean): Promise<void> {
  const file = numbered ? 'with numbers' : 'without';
  const olle = await testOlle();
  const registrar = olle.as('registrar');
  try {
    for (const turn of ['first import', 'same file again']) {
      const isFirst = turn === 'first import';
      const upload = uuidv7();
      const send = () => receiveUpload(olle.services, 1, registrar.actor.id, upload, 'births.csv', Readable.from(lines(numbered)));
      await (isFirst ? step(file, 'upload, sealed', '', send) : send());
      const { body } = await registrar.post<{ mapping: { column: number; field: string }[]; dateOrder: string; calendar: string }>(
        `/api/registers/uploads/${upload}/proposal`,
        {},
      );
      const mapping = body.mapping.map(({ column, field }) => ({ column, field }));
      if (mapping.length !== headers.length - (numbered ? 0 : 1)) throw new Error(`mapped ${mapping.length} of ${headers.length} columns`);
      const plan = { register: 'birth', mapping, dateOrder: body.dateOrder, calendar: body.calendar, whole: true };
      if (isFirst) {
        const { status } = await step(file, 'dry run', '', () => registrar.post(`/api/registers/uploads/${upload}/dry-run`, plan));
        if (status !== 200) throw new Error(`dry run ${status}`);
      }
      const id = uuidv7();
      const { status } = await registrar.command('registers.import', id, 'start', { upload, fileName: 'births.csv', ...plan });
      if (status !== 200) throw new Error(`start ${status}`);
      await step(file, turn, isFirst ? '8,000 rows/s, 1,000 MB' : '25,000 rows/s, 1,000 MB', () =>
        importJob.run({ city: 1, import: id }, olle.services, (of) => progressOf(olle.services, 1, importJob.name, of)),
      );
      const list = await registrar.post<{ rows: { id: string; status: string; counts: Record<string, number> }[] }>(
        '/api/registers/imports',
        {},
      );
      const { status: end, counts } = list.body.rows.find((row) => row.id === id)!;
      if (end !== 'finished' || counts[isFirst ? 'added' : 'unchanged'] !== rows) throw new Error(`${end}: ${JSON.stringify(counts)}`);
    }
  } finally {
    await olle.close();
  }
}

try {
  for (const numbered of [true, false]) await importTwice(numbered);
  keepTable(
    'import',
    {
      title: 'Import of a birth register (CSV, 12 columns)',
      columns: ['rows', 'step', 'how many', 'seconds', 'CPU of Node', 'CPU of PostgreSQL', 'rows/s', 'peak MB', 'target'],
      rows: findings,
    },
    ['CPU in seconds; CPU and peak memory of Node are those of the server’s process in that step. Generated rows are all different.'],
  );
} finally {
  clearInterval(watch);
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
