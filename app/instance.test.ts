import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { foundCity } from '../areas/accounts/server/users.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { readConfiguration } from './configuration.ts';
import { openInstance } from './instance.ts';

test('a database is opened with the key it was made with, and with no other', async () => {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'olle-instance-'));
  const open = (key: string) =>
    openInstance(readConfiguration({ DATABASE_URL: database.ownerUrl, OLLE_FOLDER: folder, OLLE_KEY_FILE: join(folder, key) }), {
      log: () => undefined,
      serve: false,
      queue: false,
    });
  try {
    const first = await open('first.key');
    await foundCity(
      first.services,
      { name: 'Made-up City', country: 'NP', timeZone: 'Asia/Kathmandu' },
      { userName: 'asha', name: 'Asha Rai', roles: ['administrator'] },
      'correct horse battery',
    );
    await first.stop();
    await (await open('first.key')).stop();
    await assert.rejects(open('second.key'), /key file .*second\.key is missing/);
    // A key made for another database.
    const other = await testDatabase();
    const elsewhere = await openInstance(
      readConfiguration({ DATABASE_URL: other.ownerUrl, OLLE_FOLDER: folder, OLLE_KEY_FILE: join(folder, 'second.key') }),
      { log: () => undefined, serve: false, queue: false },
    );
    await elsewhere.stop();
    await other.drop();
    await assert.rejects(open('second.key'), /key file .*second\.key is not the one this database was made with/);
    await (await open('first.key')).stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  }
});
