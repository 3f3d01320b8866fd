import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, addressWithQuery } from './address.ts';

test('names of the path are filled in, the rest is left for the body', () => {
  assert.deepEqual(addressOf('/api/registers/uploads/{id}/proposal', { id: 'a/b', header: 2 }), {
    address: '/api/registers/uploads/a%2Fb/proposal',
    rest: { header: 2 },
  });
  assert.throws(() => addressOf('/api/people/person/{id}', {}), /lacks its id/);
});

test('without a body the rest stands in the query, and what was not said is left out', () => {
  assert.equal(
    addressWithQuery('/api/registers/imports', { after: '2026-01-01T00:00_x', first: undefined }),
    '/api/registers/imports?after=2026-01-01T00%3A00_x',
  );
  assert.equal(addressWithQuery('/api/registers/imports'), '/api/registers/imports');
});
