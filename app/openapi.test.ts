import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routesOf } from '../platform/http/server.ts';
import { areas } from './areas.ts';
import { openapiOf } from './openapi.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly summary?: string; readonly requestBody?: object; readonly responses?: object }>>>
  >;
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
