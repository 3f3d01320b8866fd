import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { openCase, type Persona, testOffice } from '../../../../app/testing.ts';
import { until } from '../../../../app/until.ts';
import { png } from '../../../../platform/attachments/testing.ts';

const id = uuidv7();

const olle = testOffice();
const worker = olle.as('case-worker');
olle.before(() => openCase(worker, { name: 'Canarywan Ownfolk' }, id));

const send = (who: Persona, paper: string, bytes: Buffer, headers: Record<string, string> = {}, of = id) =>
  who.send<{ code?: string; whole?: boolean }>('POST', `/api/papers/case/${of}/${paper}/content`, bytes, {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent('Canarywan Ownfolk, जन्म दर्ता.png'),
    ...headers,
  });
const describe = (who: Persona, paper: string) =>
  who.command('cases.case', id, 'attach-paper', { paper, kind: 'identity', about: 'child', language: 'ne', title: 'जन्म दर्ता' });
type Papers = { papers: { id: string; file: { ending: string; picture: boolean } | null; removed: { because: string } | null }[] };
const listed = async (who: Persona) => (await who.get<Papers>(`/api/papers/case/${id}`)).body.papers;

test('a paper is sent, described, seen small, given out, and removed with a reason: its content is destroyed, its trace stays', async () => {
  const paper = uuidv7();
  assert.equal((await send(worker, paper, png(600, 300))).body.whole, true);
  assert.equal((await describe(worker, paper)).status, 200);
  const [shown] = await listed(worker);
  assert.ok(shown?.file?.picture);
  const small = await worker.get<string>(`/api/papers/case/${id}/${paper}/thumbnail`);
  assert.equal(small.headers['content-type'], 'image/jpeg');
  const whole = await worker.get<string>(`/api/papers/case/${id}/${paper}/content`);
  assert.equal(whole.status, 200);
  assert.match(String(whole.headers['content-disposition']), /^attachment; filename\*=UTF-8''%E0%A4%9C/);
  const { rows } = await olle.owner.query<{ why: string }>('select why from read_log where $1 = any(ids)', [id]);
  assert.ok(rows.some(({ why }) => why === 'case paper') && rows.some(({ why }) => why === 'case papers'));
  assert.equal((await worker.command('cases.case', id, 'remove-paper', { paper, because: 'Of another child.' })).status, 200);
  assert.equal((await worker.get(`/api/papers/case/${id}/${paper}/content`)).status, 404);
  await olle.runJobs();
  assert.equal((await olle.owner.query('select 1 from attachment where id = $1', [paper])).rows.length, 0);
  const [trace] = await listed(worker);
  assert.deepEqual([trace?.removed?.because, trace?.file], ['Of another child.', null]);
});

test('who may not read the case neither sends, sees nor learns of its papers', async () => {
  const paper = uuidv7();
  await send(worker, paper, png(60, 30));
  await describe(worker, paper);
  for (const [who, status] of [
    [olle.as('case-worker', { name: 'stranger' }), 404],
    [olle.as('case-worker', { city: 2 }), 404],
    [olle.as('registrar'), 403],
  ] as const) {
    assert.equal((await send(who, uuidv7(), png(60, 30))).status, status);
    for (const what of ['content', 'thumbnail', 'arrived'])
      assert.equal((await who.get(`/api/papers/case/${id}/${paper}/${what}`)).status, status, what);
  }
  assert.equal((await olle.as('supervisor').get(`/api/papers/case/${id}/${paper}/content`)).status, 200);
});

test('what was sent and never described is forgotten after a day; what was described is not', async () => {
  const [forgotten, kept] = [uuidv7(), uuidv7()];
  for (const paper of [forgotten, kept]) await send(worker, paper, png(60, 30));
  await describe(worker, kept);
  await olle.owner.query("update graphile_worker._private_jobs set run_at = now() - interval '1 second'");
  await olle.runJobs();
  const { rows } = await olle.owner.query<{ id: string }>('select id from attachment where id = any($1)', [[forgotten, kept]]);
  assert.deepEqual(
    rows.map((row) => row.id),
    [kept],
  );
});

test('over a real line: a video of 200 MB is answered at once; a broken connection goes on from where it was', async () => {
  await olle.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = olle.app.server.address() as AddressInfo;
  // The persona's own headers, as its requests carry them.
  const probe = olle.app.inject.bind(olle.app);
  let headers: Record<string, string> = {};
  olle.app.inject = ((options: { headers: Record<string, string> }) => {
    headers = options.headers;
    return probe(options as never);
  }) as never;
  await worker.post('/api/cases/list', {});
  olle.app.inject = probe;
  const open = (paper: string, more: Record<string, string | number>) => {
    const sent = httpRequest({
      port,
      method: 'POST',
      path: `/api/papers/case/${id}/${paper}/content`,
      headers: { ...headers, 'content-type': 'application/octet-stream', ...more },
    });
    sent.on('error', () => undefined);
    return sent;
  };
  const answerOf = async (sent: ReturnType<typeof open>) => {
    const [response] = await once(sent, 'response');
    let text = '';
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode as number, body: JSON.parse(text) as { code?: string; arrived?: number } };
  };
  const video = open(uuidv7(), { 'content-length': 209_715_200 });
  let written = 0;
  const block = Buffer.alloc(65_536);
  const pump = setInterval(() => {
    if (video.writable && !video.destroyed && video.writableLength < 1_000_000 && video.write(block)) written += block.length;
  }, 5);
  const refused = await answerOf(video).finally(() => clearInterval(pump));
  video.destroy();
  assert.deepEqual([refused.status, refused.body.code], [413, 'attachments.too-large']);
  assert.ok(written < 20_000_000, `${written} bytes were sent`);

  const paper = uuidv7();
  const bytes = png(900, 900, { noisy: true });
  const broken = open(paper, { 'content-length': bytes.length });
  broken.write(bytes.subarray(0, 600_000));
  let arrived = 0;
  await until('half of it has arrived', async () => {
    arrived = (await worker.get<{ arrived: number }>(`/api/papers/case/${id}/${paper}/arrived`)).body.arrived;
    return arrived >= 524_288;
  });
  broken.destroy();
  assert.equal(arrived, 524_288);
  const rest = open(paper, {
    'content-length': bytes.length - arrived,
    'x-file-bytes': bytes.length,
    'x-file-from': arrived,
  });
  rest.end(bytes.subarray(arrived));
  assert.equal((await answerOf(rest)).status, 200);
  assert.equal((await worker.get<{ whole: boolean }>(`/api/papers/case/${id}/${paper}/arrived`)).body.whole, true);
});
