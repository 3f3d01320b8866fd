import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routesOf } from '../platform/http/server.ts';
import { areas } from './areas.ts';
import { openapiOf } from './openapi.ts';

interface Operation {
  readonly summary?: string;
  readonly operationId?: string;
  readonly security?: readonly object[];
  readonly requestBody?: object;
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

test('the OpenAPI document has every route with its summary, and the words that may be answered', async () => {
  const routes = routesOf(areas);
  const document = (await openapiOf(routes)) as Document;
  assert.equal(document.openapi, '3.1.0');
  for (const { method, path, summary } of routes)
    assert.equal(document.paths[path]?.[method.toLowerCase()]?.summary, summary, `${method} ${path}`);
  assert.match(JSON.stringify(document.paths['/api/protection/erasures']), /"enum":\["asked","withdrawn","declined","erased"\]/);
  const command = document.paths['/api/cases/case/{id}/change-risk']?.['post'];
  assert.match(JSON.stringify(command?.requestBody), /"input":.*"riskLevel":.*"because":/, 'what a command takes');
  assert.match(JSON.stringify(command?.responses), /"version":.*"repeated":/, 'what it answers');
});

test('a program that reads the document knows what comes back, who may call, and what each operation is called', async () => {
  const routes = routesOf(areas);
  const document = (await openapiOf(routes)) as Document;
  const found = routes.map((route) => ({ ...route, of: document.paths[route.path]![route.method.toLowerCase()]! }));
  assert.equal(new Set(found.map(({ of }) => of.operationId)).size, routes.length);
  for (const { method, path, may, answer, underWay, file, of } of found) {
    const where = `${method} ${path}`;
    assert.ok(of.responses!['4XX'], where);
    const types = Object.keys(of.responses![answer || file ? '200' : '204']!.content ?? {});
    assert.deepEqual(types, [...(file ?? (underWay ? ['application/x-ndjson'] : answer ? ['application/json'] : []))], where);
    const needed = of.security!.flatMap((one) => Object.keys(one));
    assert.deepEqual(needed, may === 'anyone' ? [] : method === 'GET' ? ['session'] : ['session', 'csrf'], where);
  }
  const print = document.paths['/api/papers/case/{id}/print']!['post']!;
  assert.ok(print.responses!['200']!.content!['application/pdf']);
  const text = JSON.stringify(document);
  assert.ok(text.includes('"x-tier":"coded"') && !text.includes('"tier":"'), 'words of its own are extensions');
});
