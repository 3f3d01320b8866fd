import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { fields, Id, IdOf } from '../decider/index.ts';
import { referencesIn } from './references.ts';

const a = '0199aaaa-0000-7000-8000-000000000001';
const b = '0199aaaa-0000-7000-8000-000000000002';

test('the records that an input names are found where its schema says so, and nowhere else', () => {
  const Person = IdOf('people.person');
  const schema = fields({
    person: Type.Union([Person, Type.Null()]),
    worker: Id,
    siblings: Type.Array(fields({ who: Person })),
    guardian: Type.Optional(Person),
  });
  assert.deepEqual(referencesIn(schema, { person: a, worker: b, siblings: [{ who: b }, { who: a }] }), [
    { kinds: ['people.person'], id: a, at: '/person' },
    { kinds: ['people.person'], id: b, at: '/siblings/0/who' },
    { kinds: ['people.person'], id: a, at: '/siblings/1/who' },
  ]);
  for (const nothing of [{ person: null, worker: b, siblings: [] }, null, 7, { person: 7, siblings: 'x' }])
    assert.deepEqual(referencesIn(schema, nothing), []);
});

test('an id that may be of several kinds names one record, of any of them', () => {
  const schema = fields({ about: Type.Union([IdOf('people.person'), IdOf('cases.case'), Type.Null()]) });
  assert.deepEqual(referencesIn(schema, { about: a }), [{ kinds: ['people.person', 'cases.case'], id: a, at: '/about' }]);
  assert.deepEqual(referencesIn(schema, { about: null }), []);
});
