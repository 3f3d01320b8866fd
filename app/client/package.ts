import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { routesOf } from '../../platform/http/server.ts';
import { areas } from '../areas.ts';
import { root } from '../compose.ts';
import { clientOf } from './print.ts';

const readme = `# @olle/client

A typed client of Olle, made by \`olle client --out\` from what its routes take and answer. It needs Node 20 or newer, and nothing else.

\`\`\`ts
import { Olle, type Routes } from '@olle/client';

const olle = new Olle<Routes>('https://olle.example.org');
await olle.signIn('registrar@example.org', password);
const { user } = await olle.call('GET /api/session');
\`\`\`

Make it again for another version of Olle.
`;

/** What npm must know about the client: the version of Olle that it was made from. */
function manifest(): object {
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>;
  return {
    name: '@olle/client',
    version,
    description: 'A typed client of Olle, for programs',
    license,
    type: 'module',
    engines: { node: '>=20' },
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    files: ['index.js', 'index.d.ts'],
  };
}

/** Compiles the client of every route into a folder, as a package for npm. */
export function writeClient(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const source = mkdtempSync(join(tmpdir(), 'olle-client-'));
  try {
    writeFileSync(join(source, 'index.ts'), clientOf(routesOf(areas)));
    writeFileSync(join(source, 'package.json'), '{"type":"module"}');
    const flags = [
      '--ignoreConfig',
      '--declaration',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--lib',
      'es2022,dom,dom.iterable',
      '--types',
      '',
    ];
    const compiled = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...flags, '--outDir', folder, join(source, 'index.ts')],
      {
        encoding: 'utf8',
      },
    );
    if (compiled.status !== 0) throw new Error(`The client does not compile: ${compiled.stdout}`);
  } finally {
    rmSync(source, { recursive: true });
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  writeFileSync(join(folder, 'README.md'), readme);
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
}

/** `olle client`: prints the client of every route as one TypeScript file, or writes it into a folder as a package. */
export async function client(args: string[]): Promise<number> {
  const { out } = parseArgs({ args, options: { out: { type: 'string' } } }).values;
  if (out === undefined) process.stdout.write(clientOf(routesOf(areas)));
  else {
    writeClient(out);
    console.log(`A package is in ${out}. \`npm pack\` there makes a file of it, and \`npm install\` of that file or folder uses it.`);
  }
  return 0;
}
