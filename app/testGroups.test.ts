import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../platform/database/testing.ts';
import { grouped } from './testGroups.ts';

test('files of an area run in one process, each with its own hooks, and one that fails or cannot be read is told', () => {
  const root = temporaryFolder();
  const write = (file: string, code: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), `import { after, before, test } from 'node:test';\nlet open = false;\n${code}`);
    return file;
  };
  const hooks = 'before(() => { open = true; globalThis.opened = (globalThis.opened ?? 0) + 1; }); after(() => { globalThis.opened--; });';
  const files = [
    write('areas/births/a.test.ts', `${hooks} test('a', () => { if (!open || globalThis.opened !== 1) throw new Error(); });`),
    write('areas/births/b.test.ts', `${hooks} test('b', () => { if (!open || globalThis.opened !== 1) throw new Error(); });`),
    write('areas/births/broken.test.ts', `test('wrong', () => { throw new Error('wrong'); });`),
    write('areas/births/unread.test.ts', 'this is no program'),
    write('e2e/page.test.ts', `test('page', () => { if (globalThis.opened !== undefined) throw new Error(); });`),
  ];
  const found = grouped(files, root);
  assert.deepEqual(
    found.map((file) => file.replace(`${root}/`, '')),
    ['e2e/page.test.ts', 'dist/tests/areas-births-1.test.mjs'],
  );
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  const { status, stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', ...found], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  for (const ok of ['a', 'b', 'page']) assert.match(stdout, new RegExp(`^ *ok \\d+ - ${ok}$`, 'm'));
  assert.match(stdout, /^ *not ok \d+ - wrong$/m);
  assert.match(stdout, /^ *not ok \d+ - areas\/births\/unread\.test\.ts$/m);
  rmSync(root, { recursive: true });
});
