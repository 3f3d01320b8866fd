import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webCatalogues } from './webCatalogues.ts';

type Load = (id: string) => string | undefined;
const load = webCatalogues().load as Load;
const read = (name: string) => JSON.parse(load(`\0virtual:catalogues/${name}`)!.replace(/^export default (.*);$/s, '$1'));

test('the first screen comes with the words of the menu and of Today, and with nothing that only pages say', () => {
  const first = read('en/first');
  assert.equal(first.risks.nav, 'Children at risk');
  assert.ok(first.shell.today['child-female'], 'a key of which a part is put in');
  assert.equal(first.risks.rule, undefined, 'the server says what Today lists');
  assert.equal(first.risks.rules.lead, undefined);
  assert.ok(first.shell['not-allowed'].title);
  assert.equal(first.risks.problem, undefined);
});

test('an area has its whole catalogue in a file of its own, in each language', () => {
  assert.match(load('\0virtual:catalogues')!, /ur: \{ first: .*risks: \(\) => import\('virtual:catalogues\/ur\/risks'\)/);
  assert.match(read('ko/risks').nav, /\p{Script=Hangul}/u);
});
