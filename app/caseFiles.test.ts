import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { v7 as uuidv7 } from 'uuid';
import { foundCity } from '../areas/accounts/server/users.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { systemActor } from '../platform/ledger/ledger.ts';
import { root } from './compose.ts';
import { readConfiguration } from './configuration.ts';
import { openInstance } from './instance.ts';

test('from the command line, cases go out to a public key and come in to another city, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'olle-cases-'));
  const databases = [await testDatabase(), await testDatabase()];
  const environments = databases.map(({ ownerUrl }, i) => ({
    DATABASE_URL: ownerUrl,
    OLLE_FOLDER: folder,
    OLLE_KEY_FILE: join(folder, `${i}.key`),
  }));
  const olle = (i: number, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'app/cli.ts'), 'case', ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...environments[i] },
    });
    return { status, words: stdout + stderr };
  };
  try {
    for (const [i, environment] of environments.entries()) {
      const instance = await openInstance(readConfiguration(environment), { log: () => undefined, serve: false, queue: false });
      const administrator = { userName: 'asha', name: 'Asha Rai', roles: ['administrator'] as const };
      await foundCity(
        instance.services,
        { name: 'Made-up City', country: 'NP', timeZone: 'Asia/Kathmandu' },
        administrator,
        'correct horse battery',
      );
      const input = {
        person: null,
        source: 'call',
        riskLevel: 'high',
        ward: '3',
        born: { first: '2014-01-01', last: '2014-12-31' },
        name: 'Canarywan Ownfolk',
        concern: 'x',
        worker: null,
        actions: [],
      };
      if (i === 0) await instance.services.ledger.executeAll(systemActor(1), [{ kind: 'cases.case', id: uuidv7(), name: 'open', input }]);
      await instance.stop();
    }
    const identity = await generateX25519Identity();
    const [sealed, clear] = [join(folder, 'cases.age'), join(folder, 'cases.json')];
    const because = ['--because', 'The province asks.'];
    assert.match(olle(0, 'export', '--htcds', '--out', sealed).words, /--because/);
    assert.match(olle(0, 'export', '--htcds', '--out', sealed, ...because).words, /--for/);
    because.push('--for', 'office');
    assert.match(olle(0, 'export', '--htcds', '--out', sealed, ...because).words, /--recipient/);
    assert.match(olle(0, 'export', '--htcds', '--out', sealed, ...because, '--recipient', 'age1nobody').words, /no public key/);
    const recipient = ['--recipient', await identityToRecipient(identity)];
    const out = olle(0, 'export', '--htcds', '--out', sealed, ...because, ...recipient);
    assert.equal(out.status, 0, out.words);
    assert.ok(!out.words.includes('Canarywan'));
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const text = await decrypter.decrypt(new Uint8Array(readFileSync(sealed)), 'text');
    assert.match(text, /"prs_FirstName":"Canarywan Ownfolk"/);
    assert.equal(olle(0, 'export', '--htcds', '--out', clear, ...because, '--plain').status, 0);
    const outside = olle(0, 'export', '--htcds', '--out', join(folder, 'none.json'), '--because', 'x', '--for', 'police', '--plain');
    assert.match(outside.words, /1 cases are not in it.*0 cases written/s);
    assert.match(olle(1, 'import', '--htcds', clear, '--dry-run').words, /1 cases in the file; none was opened/);
    assert.match(olle(1, 'import', '--htcds', clear).words, /1 opened/);
    assert.match(olle(1, 'import', '--htcds', clear).words, /0 opened/);
    assert.match(olle(1, 'import', '--htcds', clear, '--city', '7').words, /there is no city 7/);
  } finally {
    for (const database of databases) await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});
