import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './compose.ts';

/** The benchmarks, in the order of their results, with the arguments of each. `names` needs a folder of its own data. */
const benches: Readonly<Record<string, readonly string[]>> = {
  start: [],
  firstLoad: [],
  commands: [],
  lists: [],
  history: [],
  cases: ['4000'],
  rebuild: [],
  import: ['1000000'],
  linkage: ['20000'],
  screening: ['100000'],
  lives: ['100000', '100000'],
  taps: [],
};

/** `olle bench`: runs what is named, or all, each in a process of its own, and gathers what they found in bench/RESULTS.md. */
export async function bench(names: string[]): Promise<number> {
  const unknown = names.find((name) => !(name in benches));
  if (unknown) throw new Error(`There is no benchmark "${unknown}". There are ${Object.keys(benches).join(', ')}.`);
  let failed = 0;
  for (const [name, given] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'bench', `${name}.ts`), ...given], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) {
      console.error(`olle: the benchmark "${name}" failed.`);
      failed++;
    }
  }
  gather();
  return failed === 0 ? 0 : 1;
}

/** One page of all findings there are, each followed by what is written about it in `bench/notes`. */
function gather(): void {
  const pages = Object.keys(benches).flatMap((name) =>
    ['results', 'notes']
      .map((folder) => join(root, 'bench', folder, `${name}.md`))
      .filter((page) => existsSync(page))
      // Each page's title becomes a chapter, and what stood below it moves one down.
      .map((page) => readFileSync(page, 'utf8').trim().replace(/^#/gm, '##')),
  );
  const head = [
    '# Measurements',
    'Made by `npm run bench`, which runs each of `bench/*.ts` and puts its findings into `bench/results/`, followed by the notes in `bench/notes/`. Each chapter says on what machine, with how much data, and what the target was.',
  ];
  writeFileSync(join(root, 'bench/RESULTS.md'), `${[...head, ...pages].join('\n\n')}\n`);
}
