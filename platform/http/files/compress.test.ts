import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { compressJson } from './compress.ts';

test('a long answer in JSON is compressed for whoever reads gzip, and nothing else is', async () => {
  const app = Fastify();
  compressJson(app);
  const long = { words: 'lane '.repeat(500) };
  app.get('/long', () => long);
  app.get('/short', () => ({ words: 'lane' }));
  app.get('/page', (_, reply) => reply.type('text/html').send(long.words));
  const get = (url: string, encodings = 'br, gzip') => app.inject({ url, headers: { 'accept-encoding': encodings } });
  const answer = await get('/long');
  assert.equal(answer.headers['content-encoding'], 'gzip');
  assert.equal(Number(answer.headers['content-length'] ?? answer.rawPayload.length), answer.rawPayload.length);
  assert.deepEqual(JSON.parse(gunzipSync(answer.rawPayload).toString()), long);
  assert.deepEqual((await get('/long', 'br')).json(), long);
  for (const path of ['/short', '/page']) assert.equal((await get(path)).headers['content-encoding'], undefined);
});
