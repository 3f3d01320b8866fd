import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, given, opened } from '../testing.ts';

const other = anId(2);
const file = given(opened);
const linking = { other, kind: 'sibling', known: 'They share a mother.' };

test('when a case is linked with another, then once; it is taken away with a reason, and only what is there', () => {
  const linked = file.when('link-case', linking).and();
  assert.deepEqual(linked.state.links.cases.map(({ case: id, kind, own, known }) => [id, kind, own, known]), [[other, 'sibling', true, linking.known]]); // biome-ignore format: a table
  linked.when('link-case', { other, kind: 'other' }).refused('cases.linked-already');
  linked.when('unlink-case', { other: anId(3), because: 'An error.' }).refused('cases.not-linked');
  assert.deepEqual(linked.when('unlink-case', { other, because: 'An error.' }).and().state.links.cases, []);
});
test('given the other case, when it hears of the link, then it shows it without what was written elsewhere', () => {
  const heard = file.when('hear-link', { other, kind: 'sibling' }).and();
  assert.deepEqual(heard.state.links.cases.map(({ own, known }) => [own, known]), [[false, null]]); // biome-ignore format: a table
  heard.when('hear-link', { other, kind: 'sibling' }).then();
  heard.when('link-case', linking).refused('cases.linked-already');
  heard.when('hear-unlink', { other }).then('case-unlink-heard');
  file.when('hear-unlink', { other }).then();
  heard.when('unlink-case', { other, because: 'An error.' }).then('case-unlinked');
});
test('when a case is linked with itself, then what it hears of it is refused', () => {
  file.when('link-case', linking).and().when('hear-link', { other, kind: 'sibling' }).refused('cases.link-with-itself');
});
test('a case knows its suspects by their records, each once', () => {
  const heard = file.when('hear-suspect', { suspect: anId(4), carer: anId(5) }).and();
  heard.when('hear-suspect', { suspect: anId(4) }).then();
  assert.deepEqual(heard.state.links.suspects, [{ suspect: anId(4), carer: anId(5), assessments: [] }]);
  const bare = file.when('hear-suspect', { suspect: anId(4) }).and();
  assert.deepEqual(bare.when('hear-suspect', { suspect: anId(4), carer: anId(5) }).and().state.links.suspects, heard.state.links.suspects);
  heard.when('hear-no-suspect', { suspect: anId(4) }).then('suspect-unlinked');
  file.when('hear-no-suspect', { suspect: anId(4) }).then();
});
