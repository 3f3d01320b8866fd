import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { giveOut, giveThumbnail } from './giveOut.ts';
import type { Attachment } from './store.ts';

const file = (content: string): Attachment => ({
  id: '0199aaaa-0000-7000-8000-000000000001',
  name: 'x',
  type: 'application/pdf',
  ending: 'pdf',
  bytes: content.length,
  sha256: '',
  sent: '',
  thumbnailBytes: 2,
  async *content() {
    yield Buffer.from(content);
  },
  async *thumbnail() {
    yield Buffer.from('tn');
  },
});

test('a file is given out so that no browser opens, keeps or guesses it, under a name that breaks no header and no folder', async () => {
  const app = Fastify();
  app.post('/file', (request, reply) => reply.send(giveOut(reply, file('%PDF'), (request.body as { name: string }).name)));
  app.get('/thumbnail', (_, reply) => reply.send(giveThumbnail(reply, file(''))));
  const named = async (name: string) => {
    const { headers, body } = await app.inject({ method: 'POST', url: '/file', payload: { name } });
    assert.equal(body, '%PDF');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'");
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['content-length'], '4');
    const [, called] = /^attachment; filename\*=UTF-8''([\w%.~!$&+^`|-]+)$/.exec(String(headers['content-disposition'])) ?? [];
    return decodeURIComponent(called!);
  };
  assert.equal(await named('जन्म दर्ता'), 'जन्म दर्ता.pdf');
  assert.equal(await named('../../etc/passwd\r\nset-cookie: a=b'), '.. .. etc passwd  set-cookie  a=b.pdf');
  assert.equal(await named("it's (a) *copy*"), "it's (a)  copy.pdf");
  assert.equal(await named('\u202Efdp.exe'), 'fdp.exe.pdf');
  assert.equal(await named(''), 'file.pdf');
  assert.ok((await named('x'.repeat(500))).length < 130);
  const { headers, body } = await app.inject('/thumbnail');
  assert.deepEqual([headers['content-type'], body], ['image/jpeg', 'tn']);
});
