import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WebArea } from './area.ts';
import { takeArrived, takePrefetched } from './data/prefetch.ts';
import { pageAt, prefetchPage } from './prefetchPage.ts';

const load = () => Promise.resolve({ default: () => null });
const areas: readonly WebArea[] = [
  {
    name: 'cases',
    words: ['partners'],
    pages: [
      { path: '/cases', load },
      { path: '/cases/$id', load, reads: ['/api/cases/case/$id', '/api/cases/case/$id/overview'] },
      { path: '/cases/open', load },
      { path: '/cases/$id/plan', load },
    ],
  },
];

test('the page at an address is found as the app finds it: words before what stands for any', () => {
  assert.equal(pageAt(areas, '/cases')?.page.path, '/cases');
  assert.equal(pageAt(areas, '/cases/open')?.page.path, '/cases/open');
  assert.deepEqual(pageAt(areas, '/cases/7')?.params, { $id: '7' });
  assert.equal(pageAt(areas, '/cases/7/plan/')?.page.path, '/cases/$id/plan');
  assert.equal(pageAt(areas, '/'), undefined);
  assert.equal(pageAt(areas, '/cases/7/nowhere'), undefined);
});

test('what a page reads is asked for before the page is there, and each answer is used once; a refusal is not', async (context) => {
  const asked: string[] = [];
  context.mock.method(globalThis, 'fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(path.endsWith('/overview') ? new Response('{}', { status: 403 }) : Response.json({ from: path }));
  });
  const fetched: string[] = [];
  const module = (name: string) => () => Promise.resolve(void fetched.push(name)).then(() => ({ default: {} }));
  const of = { first: module('first'), areas: { cases: module('cases'), people: module('people'), partners: module('partners') } };
  prefetchPage(areas, '/cases/7', 'en', { en: of, ko: of, ne: of, ur: of });
  assert.deepEqual(fetched, ['first', 'cases', 'partners'], 'the words of the first screen, of the area, and of those it names');
  assert.deepEqual(asked, ['/api/session', '/api/cases/case/7', '/api/cases/case/7/overview']);
  assert.equal(await takePrefetched('/api/cases/case/7/overview'), undefined);
  assert.deepEqual(await takePrefetched('/api/cases/case/7'), { from: '/api/cases/case/7' });
  assert.equal(await takePrefetched('/api/cases/case/7'), undefined);
  assert.deepEqual(takeArrived('/api/session'), { from: '/api/session' });
  assert.equal(takeArrived('/api/session'), undefined);
});
