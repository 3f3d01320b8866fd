import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Transformer } from '@napi-rs/image';
import { strToU8, zipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { type TestOlle, testOlle } from '../../app/testing.ts';
import { Refused } from '../ledger/problems.ts';
import { arrivedOf, attachmentsOf, type Description, receive, remove, type Sending } from './store.ts';
import { png, withExif } from './testing.ts';

let olle: TestOlle;
const record = uuidv7();
const subject = uuidv7();
const by = uuidv7();

before(async () => {
  olle = await testOlle();
  await olle.tx((tx) => olle.services.ledger.keys.create(tx, 1, [subject]));
});
after(() => olle?.close());

const sendingOf = (bytes: Buffer, more: Partial<Sending> = {}): Sending => ({
  city: 1,
  id: uuidv7(),
  record,
  subject,
  by,
  name: 'a file',
  expected: bytes.length,
  from: 0,
  forget: { job: 'tests.forget', payload: {}, notBefore: '2100-01-01T00:00:00Z' },
  ...more,
});
const inPieces = (bytes: Buffer, size = 60_000) =>
  Readable.from(Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size)));
const send = async (bytes: Buffer, more: Partial<Sending> = {}): Promise<Description> =>
  (await receive(olle.services, sendingOf(bytes, more), inPieces(bytes))).description!;
const readBack = async (id: string) => {
  const file = (await olle.tx((tx) => attachmentsOf(olle.services, tx, 1, record))).get(id);
  return (
    file && {
      file,
      content: await buffer(file.content()),
      thumbnail: await buffer(file.thumbnail()),
    }
  );
};
const refusedAs = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.refused === code;
const rowsOf = async (id: string) => (await olle.owner.query('select 1 from attachment_piece where attachment = $1', [id])).rows.length;

const office = (type: string, more: Record<string, Uint8Array> = {}) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
      ),
      'word/document.xml': strToU8('<w:document/>'),
      ...more,
    }),
  );

test('a picture is drawn anew: nothing that telephone or person wrote into it remains, and it has a thumbnail', async () => {
  const secret = 'GPS 27.67N 85.31E Canarywan Ownfolk';
  const plain = await new Transformer(png(1000, 400)).jpeg(80);
  const id = uuidv7();
  const told = await send(withExif(plain, secret), { id, name: 'Canarywan.jpg' });
  assert.equal(told.type, 'image/jpeg');
  const kept = (await readBack(id))!;
  for (const bytes of [kept.content, kept.thumbnail]) {
    assert.ok(!bytes.includes('Canarywan') && !bytes.includes('GPS') && !bytes.includes('Exif'));
    assert.equal((await new Transformer(bytes).metadata(true)).exif, undefined);
  }
  assert.deepEqual((({ width, height }) => [width, height])(await new Transformer(kept.content).metadata()), [1000, 400]);
  assert.deepEqual((({ width, height }) => [width, height])(await new Transformer(kept.thumbnail).metadata()), [320, 128]);
  const lossless = uuidv7();
  await send(Buffer.concat([png(40, 30, { comment: secret }), Buffer.from(secret)]), { id: lossless });
  assert.ok(!(await readBack(lossless))!.content.includes('Canarywan'));
  const webp = uuidv7();
  assert.equal((await send(await new Transformer(png(40, 30)).webp(80), { id: webp })).ending, 'webp');
});

test('documents and sound are kept as they are', async () => {
  const files: Readonly<Record<string, Buffer>> = {
    pdf: Buffer.from(`%PDF-1.7\n${'x'.repeat(700_000)}\n%%EOF`),
    docx: office('wordprocessingml.document'),
    xlsx: office('spreadsheetml.sheet'),
    odt: Buffer.from(
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8('<x/>') }),
    ),
    mp3: Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x44]), Buffer.alloc(413)]),
    m4a: Buffer.concat([Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0M4A mp42', 'latin1'), Buffer.alloc(200)]),
    ogg: Buffer.concat([Buffer.from('OggS\0\x02', 'latin1'), Buffer.alloc(22), Buffer.from('OpusHead', 'latin1'), Buffer.alloc(100)]),
  };
  for (const [ending, bytes] of Object.entries(files)) {
    const id = uuidv7();
    const told = await send(bytes, { id });
    assert.equal(told.ending, ending);
    assert.ok((await readBack(id))!.content.equals(bytes), ending);
  }
});

test('what is no photo, document or sound is refused with its reason, whatever it is called, and leaves nothing', async () => {
  const padded = (text: string) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(300)]);
  const cases: readonly (readonly [string, Buffer])[] = [
    ['program', padded('MZ\x90\0')],
    ['program', padded('\x7fELF\x02\x01\x01')],
    ['program', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['drawing', Buffer.from('  <!DOCTYPE html><script>alert(1)</script>')],
    ['drawing', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['archive', Buffer.from(zipSync({ 'a.exe': strToU8('MZ') }))],
    ['archive', padded('Rar!\x1a\x07\x01\0')],
    ['archive', padded('7z\xbc\xaf\x27\x1c\0\x04')],
    ['archive', padded('\x1f\x8b\x08\0')],
    ['video', padded('\0\0\0\x18ftypmp42')],
    ['heic', padded('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['macros', office('wordprocessingml.document', { 'word/vbaProject.bin': new Uint8Array(9) })],
    ['unknown-type', Buffer.from('Only words, which could be anything.')],
    ['picture-broken', Buffer.concat([png(400, 300).subarray(0, 41), Buffer.from('garbage'.repeat(20))])],
  ];
  for (const [code, bytes] of cases) {
    const id = uuidv7();
    await assert.rejects(send(bytes, { id, name: 'photo.jpg' }), refusedAs(`attachments.${code}`), code);
    assert.equal(await rowsOf(id), 0);
  }
  await assert.rejects(send(Buffer.alloc(0)), refusedAs('attachments.empty'));
});

test('a few kilobytes that say they are a picture of 900 million points are refused before they are opened', async () => {
  const bomb = png(10, 10);
  bomb.writeUInt32BE(30_000, 16);
  bomb.writeUInt32BE(30_000, 20);
  await assert.rejects(send(bomb), refusedAs('attachments.too-many-pixels'));
});

test('a video of 200 MB is refused by its size without a byte of it, and by its beginning where it hides its size', async () => {
  let read = 0;
  const video = () =>
    Readable.from(
      (async function* () {
        for (let i = 0; i < 800; i++) {
          read += 262_144;
          yield i === 0 ? Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.alloc(262_132)]) : Buffer.alloc(262_144);
        }
      })(),
    );
  const sending = sendingOf(Buffer.alloc(0), { expected: 209_715_200 });
  await assert.rejects(receive(olle.services, sending, video()), refusedAs('attachments.too-large'));
  assert.equal(read, 0);
  await assert.rejects(receive(olle.services, { ...sending, expected: 20_000_000 }, video()), refusedAs('attachments.video'));
  assert.ok(read < 10_000_000, `${read} bytes were read`);
});

test('a broken connection goes on from where it was; the same file sent twice is one file', async () => {
  const bytes = png(900, 900, { noisy: true });
  const id = uuidv7();
  const broken = Readable.from(
    (async function* () {
      for (let at = 0; at < 600_000; at += 60_000) {
        yield bytes.subarray(at, at + 60_000);
        // As over a line: what was read is kept before more comes.
        await sleep(20);
      }
      throw new Error('gone');
    })(),
  );
  const sending = sendingOf(bytes, { id });
  await assert.rejects(receive(olle.services, sending, broken), refusedAs('attachments.broken-off'));
  const state = (await olle.tx((tx) => arrivedOf(tx, 1, id, record)))!;
  assert.deepEqual(state, { arrived: 524_288, whole: false });
  await assert.rejects(receive(olle.services, sending, inPieces(bytes)), refusedAs('attachments.other-connection'));
  const rest = { ...sending, from: state.arrived };
  const { description: told } = await receive(olle.services, rest, inPieces(bytes.subarray(state.arrived)));
  assert.deepEqual(await send(bytes, { id }), told);
  assert.equal((await new Transformer((await readBack(id))!.content).metadata()).width, 900);
  await assert.rejects(send(bytes, { id, by: uuidv7() }), refusedAs('attachments.other-file'));
  await assert.rejects(send(bytes.subarray(0, 999), { id }), refusedAs('attachments.other-file'));
  assert.equal(await olle.tx((tx) => arrivedOf(tx, 1, id, uuidv7())), undefined);
});

test('one person has at most twenty files under way', async () => {
  const other = uuidv7();
  const bytes = png(20, 20);
  for (let i = 0; i < 20; i++)
    assert.equal((await receive(olle.services, sendingOf(bytes, { by: other }), inPieces(bytes.subarray(0, 50)))).description, undefined);
  await assert.rejects(send(bytes, { by: other }), refusedAs('attachments.too-many-waiting'));
});

test('nothing of a file is in clear at rest; a changed, moved or missing piece is found', async () => {
  const id = uuidv7();
  const text = 'Canarywan Ownfolk';
  await send(Buffer.from(`%PDF-1.7\n${text.repeat(40_000)}`), { id, name: `${text}.pdf` });
  const { rows } = await olle.owner.query<{ all: Buffer }>(
    `select description || (select string_agg(sealed, ''::bytea) from attachment_piece where attachment = id) as all from attachment where id = $1`,
    [id],
  );
  assert.ok(!rows[0]!.all.includes('Canarywan'));
  await olle.owner.query('update attachment_piece set number = number + 100 where attachment = $1', [id]);
  await olle.owner.query('update attachment_piece set number = 101 - number where attachment = $1 and number < 102', [id]);
  await assert.rejects(readBack(id));
  await olle.owner.query('delete from attachment_piece where attachment = $1', [id]);
  await assert.rejects(readBack(id), refusedAs('attachments.not-found'));
});

test('a file removed is gone; files go with the key they are sealed under', async () => {
  const id = uuidv7();
  await send(png(20, 20), { id });
  await olle.tx((tx) => remove(tx, 1, id));
  assert.equal(await readBack(id), undefined);
  const child = uuidv7();
  await olle.tx((tx) => olle.services.ledger.keys.create(tx, 1, [child]));
  const theirs = uuidv7();
  await send(png(20, 20), { id: theirs, subject: child });
  assert.ok((await rowsOf(theirs)) > 0);
  await olle.tx((tx) => olle.services.ledger.keys.destroy(tx, 1, [child], '2026-11-24T00:00:00Z'));
  assert.equal(await rowsOf(theirs), 0);
});
