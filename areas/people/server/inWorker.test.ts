import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkInWorker } from './inWorker.ts';

const nothing = { columns: [], sources: [] };
const script = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

test('linkage in a thread gives its result; a thread that ends without one or fails is an error, never silence', async () => {
  assert.equal((await linkInWorker(nothing)).compared, 0);
  await assert.rejects(linkInWorker(nothing, script('process.exit(3)')), /exit code 3/);
  await assert.rejects(linkInWorker(nothing, script('')), /exit code 0/);
  await assert.rejects(linkInWorker(nothing, script('throw new RangeError("too much")')), /too much/);
});
