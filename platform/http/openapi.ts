import type { AnyRoute } from './area.ts';

type Json = Readonly<Record<string, unknown>>;

/** Words that a schema of Olle has besides those of JSON Schema: strict readers take only what begins with `x-`. */
const ownWords: readonly string[] = ['tier', 'shown', 'day', 'refers', 'means', 'sqlType'];

/** A schema with its own words as extensions; the names of its properties stay what they are. */
function extended(schema: unknown, names = false): unknown {
  if (Array.isArray(schema)) return schema.map((one) => extended(one));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([word, value]) => [
      !names && ownWords.includes(word) ? `x-${word}` : word,
      word === 'enum' || word === 'const' ? value : extended(value, !names && word === 'properties'),
    ]),
  );
}

/** `POST /api/cases/case/{id}/open` is `post-cases-case-id-open`: what generators of clients call the operation. */
const operationIdOf = ({ method, path }: AnyRoute): string =>
  [method.toLowerCase(), ...(path.replace(/^\/api\//, '').match(/\w+/g) ?? [])].join('-');

const binary = { schema: { type: 'string', format: 'binary' } };
const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'params', 'fields'],
  properties: {
    ...{ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' } },
    ...{ code: { type: 'string' }, params: { type: 'object' }, fields: { type: 'array', items: { type: 'string' } } },
  },
};
const components = {
  schemas: { Problem: problem },
  responses: {
    Problem: {
      description: 'A refusal (RFC 9457): `code` says which, `fields` name what is at fault',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: '__Host-olle', description: 'Set by `POST /api/session`' },
    csrf: {
      type: 'apiKey',
      in: 'header',
      name: 'x-csrf-token',
      description: '`csrf` of `GET /api/session`, with whatever changes something',
    },
  },
};

/** What may come back: the answer, lines of JSON, a file of one of its types, or nothing; and a refusal. */
function responsesOf({ answer, underWay, file }: AnyRoute, stated: unknown): Json {
  const refused = { '4XX': { $ref: '#/components/responses/Problem' } };
  if (file) return { 200: { description: 'The file', content: Object.fromEntries(file.map((type) => [type, binary])) }, ...refused };
  if (underWay) {
    const lines = { schema: { anyOf: [underWay, answer] } };
    return {
      200: { description: 'Lines of JSON, the last of which is the answer', content: { 'application/x-ndjson': lines } },
      ...refused,
    };
  }
  return answer ? { ...(stated as Json), ...refused } : { 204: { description: 'It was done' }, ...refused };
}

function completed(operation: Json, route: AnyRoute): Json {
  const signedIn = route.method === 'GET' ? { session: [] } : { session: [], csrf: [] };
  const bytes = { required: true, content: { 'application/octet-stream': binary } };
  return {
    ...operation,
    operationId: operationIdOf(route),
    security: route.may === 'anyone' ? [] : [signedIn],
    ...(route.input === 'stream' ? { requestBody: bytes } : {}),
    responses: responsesOf(route, operation['responses']),
  };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** What @fastify/swagger is told of the product: what it finds in the schemas, and what the contracts say besides. */
export const openapiOptions = (routes: readonly AnyRoute[]) => ({
  openapi: {
    openapi: '3.1.0' as const,
    info: { title: 'Olle', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
  },
  transformObject(made: object) {
    const { openapiObject } = made as { openapiObject: Document };
    const known = new Map(routes.map((route) => [`${route.method.toLowerCase()} ${route.path}`, route]));
    const paths = Object.entries(openapiObject.paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => {
          const route = known.get(`${method} ${path}`);
          return [method, extended(route ? completed(operation, route) : operation)];
        }),
      ),
    ]);
    return { ...openapiObject, components, paths: Object.fromEntries(paths) } as never;
  },
});
