import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WebArea } from './area.ts';
import { beginPage, pageAt } from './begin.ts';
import { takeArrived, takeBegun } from './data/begun.ts';

const load = () => Promise.resolve({ default: () => null });
const areas: readonly WebArea[] = [
  {
    name: 'cases',
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
  beginPage(areas, '/cases/7', 'en');
  assert.deepEqual(asked, ['/api/session', '/api/cases/case/7', '/api/cases/case/7/overview']);
  assert.equal(await takeBegun('/api/cases/case/7/overview'), undefined);
  assert.deepEqual(await takeBegun('/api/cases/case/7'), { from: '/api/cases/case/7' });
  assert.equal(await takeBegun('/api/cases/case/7'), undefined);
  assert.deepEqual(takeArrived('/api/session'), { from: '/api/session' });
  assert.equal(takeArrived('/api/session'), undefined);
});
