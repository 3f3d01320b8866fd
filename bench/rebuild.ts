// Read models made anew from the log of a made-up city: registers imported, rows linked, children judged by the rules, cases opened.
// node bench/rebuild.ts [population]
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { areas } from '../app/areas.ts';
import { ledgerParts, root } from '../app/compose.ts';
import { readConfiguration } from '../app/configuration.ts';
import { openInstance } from '../app/instance.ts';
import { rebuild } from '../platform/ledger/rebuild.ts';
import { withFolder } from './city/folder.ts';
import { keepTable } from './table.ts';

const population = process.argv[2] ?? '60000';

/** Makes the demo's city in a folder, and ends it as soon as it is open: its folder then stays. */
async function makeCity(folder: string): Promise<void> {
  const city = spawn(process.execPath, [join(root, 'app/cli.ts'), 'demo', '--population', population], {
    cwd: root,
    env: { ...process.env, OLLE_FOLDER: folder, OLLE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => city.once('exit', () => resolve()));
  let output = '';
  for await (const piece of city.stdout) {
    output += piece;
    process.stderr.write(piece);
    if (output.includes('Olle is open')) city.kill('SIGKILL');
  }
  await ended;
  if (!output.includes('Olle is open')) throw new Error('The city was not made.');
}

async function measure(folder: string): Promise<void> {
  const instance = await openInstance(readConfiguration({ OLLE_FOLDER: folder }), { log: () => undefined, serve: false, queue: false });
  try {
    const views = areas.flatMap((area) => area.views);
    const parts = ledgerParts(areas, instance.services);
    const rows: (string | number)[][] = [];
    for (let run = 1; run <= 3; run++) {
      const started = performance.now();
      const cpu = process.cpuUsage();
      const { events, records } = await rebuild(parts, instance.owner, views, () => undefined);
      const seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      rows.push([
        run,
        events,
        records,
        Math.round(seconds * 10) / 10,
        Math.round((user + system) / 1e5) / 10,
        Math.round(events / seconds),
        Math.round(process.resourceUsage().maxRSS / 1024),
        10_000,
      ]);
      process.stderr.write(`${rows.at(-1)!.join(' | ')}\n`);
    }
    const { rows: mix } = await instance.owner.query<{ kind: string; n: number }>(
      'select kind, count(*)::int as n from event group by kind order by n desc',
    );
    keepTable(
      'rebuild',
      {
        title: `Read models made anew from the log of a made-up city of ${Number(population).toLocaleString('en')}`,
        columns: ['run', 'events', 'records', 'seconds', 'CPU of Node', 'events a second', 'peak MB', 'target'],
        rows,
      },
      [`Events by record: ${mix.map(({ kind, n }) => `${kind} ${n.toLocaleString('en')}`).join(', ')}.`],
    );
  } finally {
    await instance.stop();
  }
}

const kept = process.env['OLLE_BENCH_DEMO_FOLDER'];
if (kept) await measure(kept);
else
  await withFolder(async (folder) => {
    await makeCity(folder);
    await measure(join(folder, 'demo'));
    rmSync(join(folder, 'demo'), { recursive: true, force: true });
  });
