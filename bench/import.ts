// Imports a generated birth register through the real server, with fsync on, and says how fast and in how much memory.
// node bench/import.ts [rows]
import { rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { testOlle } from '../app/testing.ts';
import { receiveUpload } from '../areas/registers/server/uploads.ts';
import { openCluster } from '../platform/database/cluster.ts';
import { temporaryFolder } from '../platform/database/testing.ts';

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

function* lines(count: number): Generator<Buffer> {
  let text = `${headers.join(',')}\n`;
  for (let i = 1; i <= count; i++) {
    const g = given[(i * 7) % given.length]!;
    const f = family[(i * 5) % family.length]!;
    const birth = `${2008 + (i % 18)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    text += `B${i},${g},${f},${i % 2 ? 'F' : 'M'},${birth},${1 + (i % 32)},House ${i % 5000},98${String(i).padStart(8, '0')},${given[(i * 3) % 10]} ${f},${given[i % 10]} ${f},${birth},R-${i}\n`;
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
const olle = await testOlle();
const registrar = olle.as('registrar');
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
interface Timed<T> {
  readonly seconds: number;
  /** Of this process alone; the database has its own. */
  readonly cpu: number;
  readonly result: T;
}
const timed = async <T>(work: () => Promise<T>): Promise<Timed<T>> => {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6, result };
};
const findings: string[] = [];
const say = (name: string, { seconds, cpu }: Timed<unknown>) => {
  const line = `| ${name} | ${rows.toLocaleString('en')} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${Math.round(rows / seconds).toLocaleString('en')} | ${Math.round(peak / 1e6)} |`;
  process.stdout.write(`${line}\n`);
  findings.push(line);
  peak = 0;
};
try {
  for (const turn of ['first import', 'same file again'] as const) {
    const upload = uuidv7();
    const sent = await timed(() => receiveUpload(olle.services, 1, registrar.actor.id, upload, 'births.csv', Readable.from(lines(rows))));
    say(`upload, sealed (${turn})`, sent);
    const proposal = await registrar.post<{ mapping: { column: number; field: string }[]; dateOrder: string; calendar: string }>(
      `/api/registers/uploads/${upload}/proposal`,
      {},
    );
    const plan = {
      register: 'birth',
      mapping: proposal.body.mapping.map(({ column, field }) => ({ column, field })),
      dateOrder: proposal.body.dateOrder,
      calendar: proposal.body.calendar,
      whole: true,
    };
    if (plan.mapping.length !== headers.length) throw new Error(`mapped ${plan.mapping.length} of ${headers.length} columns`);
    if (turn === 'first import') {
      const dry = await timed(() => registrar.post(`/api/registers/uploads/${upload}/dry-run`, plan));
      if (dry.result.status !== 200) throw new Error(`dry run ${dry.result.status}`);
      say('dry run', dry);
    }
    const id = uuidv7();
    const started = await registrar.command('registers.import', id, 'start', { upload, fileName: 'births.csv', ...plan });
    if (started.status !== 200) throw new Error(`start ${started.status}`);
    const { importJob } = await import('../areas/registers/server/importing.ts');
    const { progressOf } = await import('../platform/jobs/progress.ts');
    const done = await timed(() =>
      importJob.run({ city: 1, import: id }, olle.services, (of) => progressOf(olle.services, 1, importJob.name, of)),
    );
    say(turn, done);
    const list = await registrar.get<{ rows: { id: string; status: string; counts: object }[] }>('/api/registers/imports');
    process.stdout.write(`${JSON.stringify(list.body.rows.find((row) => row.id === id))}\n`);
  }
  writeFileSync(
    new URL('./results/import.md', import.meta.url),
    `# Import of a birth register (CSV, 12 columns)\n\nTarget: 8,000 rows/s the first time, 25,000 rows/s the same file again, below 1 GB of memory.\n\n${cpus().length} cores (${cpus()[0]?.model ?? ''}), ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}, fsync on, load ${loadavg()[1]!.toFixed(1)} over the last five minutes. CPU seconds and peak memory are those of the server's process in that step.\n\n| step | rows | seconds | CPU seconds | rows/s | peak MB |\n|---|---|---|---|---|---|\n${findings.join('\n')}\n`,
  );
} finally {
  clearInterval(watch);
  await olle.close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
