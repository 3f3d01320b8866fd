import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';

// Read when the module is: a limit that a test can reach.
process.env['OLLE_UPLOAD_LIMIT_BYTES'] = String(2 * 1024 ** 2);
const { testOlle } = await import('../../../app/testing.ts');
const { registrarOf } = await import('./testing.ts');
const { forgetJob, openUpload, receiveUpload } = await import('./uploads.ts');

let olle: Awaited<ReturnType<typeof testOlle>>;
let office: ReturnType<typeof registrarOf>;
before(async () => {
  olle = await testOlle();
  office = registrarOf(olle);
});
after(() => olle?.close());

const isThere = async (id: string) => {
  const { rows } = await olle.owner.query(
    'select (select count(*) from register_upload where id = $1)::int as files, (select count(*) from register_upload_chunk where upload = $1)::int as pieces, (select wrapped is not null from subject_key where subject = $1) as key',
    [id],
  );
  return rows[0] as { files: number; pieces: number; key: boolean };
};
const forget = (upload: string) =>
  forgetJob.run({ city: 1, upload }, olle.services, () => {
    throw new Error('It reports no progress.');
  });

test('an upload gives back its bytes from any place, whatever pieces it came in', async () => {
  const bytes = randomBytes(900_000);
  for (const pieceBytes of [1000, 262_144, 900_000]) {
    const id = uuidv7();
    const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, i) =>
      bytes.subarray(i * pieceBytes, (i + 1) * pieceBytes),
    );
    assert.equal(await receiveUpload(olle.services, 1, office.registrar.actor.id, id, 'a.csv', Readable.from(pieces)), bytes.length);
    const upload = await openUpload(olle.services, 1, id);
    assert.deepEqual([upload.size, upload.fileName], [bytes.length, 'a.csv']);
    for (const from of [0, 1, 262_143, 262_144, 262_145, 786_432, 899_999]) {
      const read: Buffer[] = [];
      for await (const piece of upload.read(from)) read.push(piece);
      assert.ok(Buffer.concat(read).equals(bytes.subarray(from)), `from ${from}`);
    }
  }
});

test('a file over the limit is refused while it comes, and nothing of it stays', async () => {
  const { status, body } = await office.upload(Buffer.alloc(3 * 1024 ** 2, 'a,b\n'));
  assert.deepEqual([status, body.code], [413, 'registers.file-too-large']);
  const { rows } = await olle.owner.query('select 1 from register_upload where not complete');
  assert.equal(rows.length, 0);
});

test('an upload nobody imported is forgotten with its key; one that is being imported is not', async () => {
  const { body: idle } = await office.upload('id,name\n1,Maya Rai');
  assert.deepEqual(await isThere(idle.id), { files: 1, pieces: 1, key: true });
  await forget(idle.id);
  assert.deepEqual(await isThere(idle.id), { files: 0, pieces: 0, key: false });
  const gone = await office.registrar.post<{ code: string }>(`/api/registers/uploads/${idle.id}/proposal`, {});
  assert.deepEqual([gone.status, gone.body.code], [404, 'registers.upload-not-found']);

  const { upload, id } = await office.start('id,name\n1,Maya Rai');
  await forget(upload);
  assert.deepEqual(await isThere(upload), { files: 1, pieces: 1, key: true });
  await office.runImports();
  assert.equal((await office.find(id)).status, 'finished');
  assert.deepEqual(await isThere(upload), { files: 0, pieces: 0, key: false });
});

test('another city knows nothing of an upload, and cannot import it', async () => {
  const { body: sent } = await office.upload('id,name\n1,Maya Rai');
  const stranger = olle.as('registrar', { city: 2 });
  const proposal = await stranger.post<{ code: string }>(`/api/registers/uploads/${sent.id}/proposal`, {});
  assert.deepEqual([proposal.status, proposal.body.code], [404, 'registers.upload-not-found']);
  const plan = {
    register: 'birth',
    mapping: [{ column: 1, field: 'full_name' }],
    dateOrder: 'day-first',
    calendar: 'gregorian',
    whole: false,
  };
  const dry = await stranger.post<{ code: string }>(`/api/registers/uploads/${sent.id}/dry-run`, plan);
  assert.deepEqual([dry.status, dry.body.code], [404, 'registers.upload-not-found']);
  assert.equal((await office.propose(sent.id)).code, undefined);
});

test('a piece that was altered or moved in the database is not read', async () => {
  const { body: sent } = await office.upload(Buffer.from(`id,name\n${'1,Maya Rai\n'.repeat(60_000)}`));
  const swap =
    'update register_upload_chunk set number = case number when 0 then 1000 when 1 then 0 else number end where upload = $1 and number < 2';
  await olle.owner.query(swap, [sent.id]);
  assert.equal((await office.registrar.post<{ code: string }>(`/api/registers/uploads/${sent.id}/proposal`, {})).body.code, 'http.failed');
});

test('the name of a file stands nowhere in clear, and only registrars and supervisors see it', async () => {
  const bytes = 'id,name\n1,Maya Rai';
  const sent = await office.registrar.send<{ id: string }>('POST', '/api/registers/uploads', bytes, {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent('सीता राई.csv'),
  });
  const { rows } = await olle.owner.query<{ file_name: string }>('select file_name from register_upload where id = $1', [sent.body.id]);
  assert.doesNotMatch(rows[0]!.file_name, /सीता|csv/);
  const proposal = await office.registrar.post<{ fileName: string }>(`/api/registers/uploads/${sent.body.id}/proposal`, {});
  assert.equal(proposal.body.fileName, 'सीता राई.csv');
  const names = async (role: 'supervisor' | 'monitoring-officer') =>
    (await olle.as(role).post<{ rows: { fileName: string }[] }>('/api/registers/imports', {})).body.rows.map(({ fileName }) => fileName);
  assert.deepEqual([...new Set(await names('supervisor'))], ['births.csv']);
  assert.deepEqual([...new Set(await names('monitoring-officer'))], ['']);
  const pageOf = async (role: 'supervisor' | 'monitoring-officer') => {
    const { rows: imports } = (await olle.as(role).post<{ rows: { id: string }[] }>('/api/registers/imports', {})).body;
    const path = `/api/registers/import/${imports[0]!.id}`;
    const { body } = await olle.as(role).get<{ fileName: string; columns: { heading: string; field: string }[] }>(path);
    const { body: history } = await olle.as(role).get<{ rows: { values: { fileName?: { is: string[] } | null } }[] }>(`${path}/history`);
    return [body.fileName, body.columns.some(({ heading }) => heading !== ''), history.rows.at(-1)!.values.fileName?.is ?? null];
  };
  assert.deepEqual(await pageOf('supervisor'), ['births.csv', true, ['births.csv']]);
  assert.deepEqual(await pageOf('monitoring-officer'), ['', false, null]);
});
