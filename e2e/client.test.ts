import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeClient } from '../app/client/package.ts';
import { root } from '../app/compose.ts';
import { temporaryFolder } from '../platform/database/testing.ts';
import { DemoOffice } from './demoOffice.ts';

const office = new DemoOffice();
before(() => office.open());
after(() => office.close());

/** A program as somebody outside writes it. What stands under an expected error the compiler refuses. */
const program = `
import { Olle, Problem, type Routes } from '@olle/client';
const [address = '', userName = '', password = ''] = process.argv.slice(2);
const olle = new Olle<Routes>(address);
await olle.signIn(userName, password);
const session = await olle.call('GET /api/session');
const params = { id: '01890a5d-ac96-774b-bcce-b302099a8057' };
const commandId = '01890a5d-ac96-774b-bcce-b302099a8058';
export async function wrong() {
  // @ts-expect-error There is no such route.
  await olle.call('GET /api/nothing');
  // @ts-expect-error A case has an id.
  await olle.call('GET /api/cases/case/{id}');
  const because = 'It was seen.';
  // @ts-expect-error No level of risk is called so.
  await olle.call('POST /api/cases/case/{id}/change-risk', { params, body: { commandId, input: { riskLevel: 'huge', because } } });
  // @ts-expect-error A session has no colour.
  return session.colour;
}
const refused = await olle
  .call('POST /api/cases/case/{id}/note', { params, body: { commandId, input: { text: 'Nobody', mentions: [] } } })
  .catch((problem: unknown) => (problem instanceof Problem ? problem.code : String(problem)));
const concern = { person: null, source: 'call', ward: null, born: null, name: 'Made-up Child', what: 'Somebody called.' } as const;
const raise = () => olle.call('POST /api/cases/concern/{id}/raise', { params, body: { commandId, input: concern } });
const first = await raise();
const second = await raise();
console.log(JSON.stringify({ user: session.user?.name, refused, first: first.repeated, second: second.repeated, same: first.version === second.version }));
`;

/** Runs npm in a folder; it asks no registry. */
function npm(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

test('the client is packed and installed, refuses what no route takes, and talks to a running Olle', () => {
  const made = temporaryFolder();
  writeClient(made);
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  npm(folder, 'install', join(made, npm(made, 'pack', '--silent')));
  writeFileSync(join(folder, 'program.ts'), program);
  const compiler = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node'];
  const compiled = spawnSync(
    join(root, 'node_modules', '.bin', 'tsc'),
    [...compiler, '--typeRoots', join(root, 'node_modules', '@types'), join(folder, 'program.ts')],
    { encoding: 'utf8', cwd: folder },
  );
  assert.equal(compiled.stdout, '');
  const ran = spawnSync(process.execPath, [join(folder, 'program.ts'), office.address, office.userName('case-worker'), office.password], {
    encoding: 'utf8',
  });
  assert.equal(ran.status, 0, ran.stderr);
  const { user, ...outcome } = JSON.parse(ran.stdout) as { user: string };
  assert.ok(user.length > 0);
  assert.deepEqual(outcome, { refused: 'ledger.not-found', first: false, second: true, same: true });
});
