import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf } from '../../platform/shell/navigation/entryOf.ts';
import { areas } from './areas.ts';

const entries = ['/settings', ...areas.flatMap(({ nav = [] }) => nav.map(({ to }) => to))];
const pages = areas.flatMap(({ name, pages: ofArea }) => ofArea.map((page) => ({ area: name, ...page })));
const entryAt = (path: string) => entryOf(areas, entries, path.replace(/\$\w+/g, '7'));

test('every page that is part of a case, whatever area gives it, belongs to the cases in the menu', () => {
  const ofCases = pages.filter(({ path, reads = [] }) => /\/cases?\/\$id/.test(path) || reads.includes('/api/cases/case/$id'));
  assert.deepEqual([...new Set(ofCases.map(({ area }) => area))].sort(), ['cases', 'referrals', 'suspects']);
  for (const { path } of ofCases) assert.equal(entryAt(path), '/cases', path);
});

test('every other page belongs to an entry of its own area, and those that one reaches from the settings to the settings', () => {
  const others = pages.filter(({ path }) => entryAt(path)?.split('/')[1] !== path.split('/')[1]);
  assert.deepEqual(
    others.filter(({ path }) => entryAt(path) !== '/cases').map(({ path }) => [path, entryAt(path)]),
    [
      // The bell leads to it.
      ['/office/news', undefined],
      ['/office/notices', '/settings'],
      ['/office/notices/calendar', '/settings'],
      ['/office/notices/confirm', '/settings'],
      ['/accounts/second-factor', '/settings'],
      ['/accounts/password', '/settings'],
    ],
  );
  assert.equal(entryAt('/office/leaves/$id'), '/office/team');
  assert.equal(entryAt('/people/review/$pair'), '/people/review');
  assert.equal(entryAt('/risks/$id'), '/risks');
});

test('every `under` names an entry of the menu', () => {
  for (const { path, under } of pages) assert.ok(under === undefined || entries.includes(under), path);
});
