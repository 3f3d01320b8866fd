import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { calleeName, literalsOf, type Node, nameOf, parse, walk } from '../checks/syntax.ts';
import { languages } from '../platform/decider/index.ts';
import { catalogues, root } from './compose.ts';

const files = globSync('{areas/*/server,platform/{http,lists,documents,ledger}}/**/*.ts', { cwd: root }).filter(
  (file) => !/\.test\.ts$/.test(file),
);
const sources = files.map((file) => parse(root, file));

/** Parameters of a function of any kind, by their names. */
const parametersOf = (node: Node) =>
  ((node['params'] ?? []) as Node[]).map((one) => (one['pat'] ?? one) as Node).map((pattern) => nameOf(pattern));

/** Functions that are given why somebody is shown a record, and as which of their arguments. */
function takers(): ReadonlyMap<string, number> {
  const found = new Map<string, number>([['note', 2]]);
  const add = (name: string | undefined, of: unknown) => {
    const at = parametersOf(of as Node).indexOf('why');
    if (name && at >= 0) found.set(name, at);
  };
  for (const { tree } of sources)
    walk(tree, (node) => {
      if (node.type === 'FunctionDeclaration') add(nameOf(node['identifier']), node);
      if (node.type === 'ClassMethod') add(nameOf(node['key']), node['function']);
      if (node.type === 'VariableDeclarator' && (node['init'] as Node | null)?.type === 'ArrowFunctionExpression')
        add(nameOf(node['id']), node['init']);
    });
  return found;
}

/** Every reason written in the source; `*` for what is inserted. */
function reasons(): ReadonlySet<string> {
  const named = takers();
  assert.ok(
    ['note', 'noteReading', 'readRecord', 'recordRoute', 'readCase'].every((name) => named.has(name)),
    [...named.keys()].join(),
  );
  const found = new Set<string>();
  for (const { tree } of sources)
    walk(tree, (node) => {
      if (node.type === 'CallExpression') {
        const at = named.get(calleeName(node['callee']) ?? '');
        const given = at === undefined ? undefined : (node['arguments'] as { expression: unknown }[])[at]?.expression;
        for (const { text } of literalsOf(given)) found.add(text);
      }
      // What a list is read for.
      if (node.type === 'KeyValueProperty' && nameOf(node['key']) === 'why' && (node['value'] as Node).type !== 'ConditionalExpression')
        for (const { text } of literalsOf(node['value'])) found.add(text);
    });
  return found;
}

test('every reason for which a reading can be logged has its words in each language', () => {
  const words = catalogues();
  const found = [...reasons()];
  assert.ok(found.length > 40, `only ${found.length}: ${found.join(', ')}`);
  // The access log leaves out the id of an export. What is inserted otherwise is met by the test of all routes (matrix.test.ts).
  const whole = found
    .map((reason) => reason.replace(/ \*$/, ''))
    .filter((reason) => !reason.includes('*') && !['case', 'file of the'].includes(reason));
  const missing = whole.flatMap((reason) =>
    languages
      .filter((language) => words.say(language, 'accounts', `readings.for.${reason}`).includes('readings.for.'))
      .map((language) => `${language}: ${reason}`),
  );
  assert.deepEqual(missing, []);
});
