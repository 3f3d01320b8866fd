import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetAll } from '../data/signingOut.ts';
import { draftOf, keepDraft, openDrafts } from './drafts.ts';

const items = new Map<string, string>();
// The device, as drafts know it: its keys are its own properties.
const device = new Proxy(
  {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
    removeItem: (name: string) => void items.delete(name),
  },
  { ownKeys: () => [...items.keys()], getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }) },
);
Object.defineProperty(globalThis, 'localStorage', { value: device });

const key = (n: number) => Buffer.alloc(32, n).toString('base64');
const [anna, binod] = ['0193b7a0-0000-7000-8000-000000000001', '0193b7a0-0000-7000-8000-000000000002'];
const typed = { values: { text: 'Seen at the bus park.' }, base: {}, made: '1', at: Date.now() };

/** Types, and waits until what was typed lies sealed on the device. */
async function type(of: string): Promise<void> {
  const before = items.size;
  keepDraft(of, typed);
  while (items.size === before) await new Promise((later) => setTimeout(later, 20));
}

test('a draft is found again by its user alone, and is gone from their device once an erasure has changed their key', async () => {
  await openDrafts(key(1), anna);
  await type('cases.case 7 note');
  assert.ok(![...items].flat().join().includes('bus park'));
  forgetAll();

  await openDrafts(key(2), binod);
  assert.equal(draftOf('cases.case 7 note'), undefined);
  await type('cases.case 8 note');
  forgetAll();

  await openDrafts(key(1), anna);
  assert.deepEqual(draftOf('cases.case 7 note'), typed);
  forgetAll();

  await openDrafts(key(3), anna);
  assert.equal(draftOf('cases.case 7 note'), undefined);
  assert.equal(items.size, 1, 'hers is removed; that of another user waits for them');
  forgetAll();

  await openDrafts(key(2), binod);
  assert.deepEqual(draftOf('cases.case 8 note'), typed);
});
