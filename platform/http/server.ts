import cookie from '@fastify/cookie';
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { attachmentProblems } from '../attachments/problems.ts';
import { isServerLost } from '../database/pool.ts';
import { type Refusal, refuse } from '../decider/index.ts';
import { faultyFields, type SchemaError } from '../ledger/inputs.ts';
import { ledgerProblems, Refused } from '../ledger/problems.ts';
import { listProblems } from '../lists/problems.ts';
import { servePublic } from '../public/serve.ts';
import type { AnyRoute, ServerArea } from './area.ts';
import { preferredLanguage } from './catalogues.ts';
import { commandRoutes } from './commands.ts';
import { compressJson } from './files/compress.ts';
import { servePages } from './files/pages.ts';
import { type HandlerParts, handlerOf } from './handler.ts';
import { openapiOptions } from './openapi.ts';
import { httpProblems, problemDocument, problemTable } from './problem.ts';

export interface ServerParts extends Omit<HandlerParts, 'readings' | 'stopping'> {
  readonly areas: readonly ServerArea[];
  /** The folder of the built web app; left out where there is none (tests of the API). */
  readonly pages?: string;
  /** Addresses of proxies whose X-Forwarded-For is believed; none unless configured. */
  readonly trustedProxies?: readonly string[];
}

/** All routes of the product: those the areas state, and one for each command of each record. */
export function routesOf(areas: readonly ServerArea[]): AnyRoute[] {
  return areas.flatMap((area) => [...area.routes, ...commandRoutes(area)]);
}

const buildSerializer = SerializerSelector();

/** Compiles what a request is checked by when the first such request comes: of hundreds of routes a day needs few. */
const validatorWhenAsked: typeof TypeBoxValidatorCompiler = (route) => {
  let validate: ReturnType<typeof TypeBoxValidatorCompiler> | undefined;
  return (value) => {
    validate ??= TypeBoxValidatorCompiler(route);
    return validate(value);
  };
};

/** The same for what an answer is written by. */
const serializersWhenAsked: typeof buildSerializer = (...given) => {
  const compile = buildSerializer(...given);
  return (route) => {
    let write: ReturnType<typeof compile> | undefined;
    return (value) => {
      write ??= compile(route);
      return write(value);
    };
  };
};

interface Faulty extends Error {
  readonly statusCode?: number;
  readonly code?: string;
  /** What of a request its schema does not allow, and in which part: body, params, querystring or headers. */
  readonly validation?: readonly SchemaError[];
  readonly validationContext?: string;
}

/** The HTTP server, ready to listen or to be called with `inject`. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { services, areas } = parts;
  const { catalogues } = services;
  const problems = problemTable(httpProblems, ledgerProblems, attachmentProblems, listProblems, ...areas.map((area) => area.problems));
  const app = Fastify({
    logger: false,
    bodyLimit: 256 * 1024,
    // A register of two gigabytes is hours on its way over a city's line; a connection on which nothing moves is cut before.
    requestTimeout: 6 * 3_600_000,
    connectionTimeout: 150_000,
    routerOptions: { maxParamLength: 200 },
    trustProxy: parts.trustedProxies?.length ? [...parts.trustedProxies] : false,
    schemaController: { compilersFactory: { buildSerializer: serializersWhenAsked } },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  })
    .setValidatorCompiler(validatorWhenAsked)
    .withTypeProvider<TypeBoxTypeProvider>();

  const send = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => {
    const document = problemDocument(problems, catalogues, preferredLanguage(request.headers['accept-language']), refusal);
    if (document.status === 429) reply.header('retry-after', String(refusal.params['seconds'] ?? 60));
    return reply
      .code(document.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(document));
  };

  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    // For browsers that are no more.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  compressJson(app);
  await app.register(swagger, openapiOptions(routesOf(areas)));

  app.setErrorHandler((error: Faulty, request, reply) => {
    if (error instanceof Refused) return send(request, reply, error.refusal);
    // An address with something else where an id stands is the address of nothing; there is no field to correct.
    if (error.validationContext === 'params') return send(request, reply, refuse('http.not-found'));
    if (error.validation) return send(request, reply, refuse('http.invalid-input', {}, faultyFields(error.validation)));
    if (error.statusCode === 413) return send(request, reply, refuse('http.too-large'));
    if (error.statusCode === 415) return send(request, reply, refuse('http.unsupported-media-type'));
    if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return send(request, reply, refuse('http.invalid-input'));
    // Text with a NUL, a number or a date that no column holds (SQLSTATE class 22): what was sent is at fault.
    if (/^22\w{3}$/.test(error.code ?? '')) return send(request, reply, refuse('http.invalid-input'));
    if (isServerLost(error)) {
      reply.header('retry-after', '2');
      return send(request, reply, refuse('http.busy'));
    }
    // Neither message nor parameters: both may hold what a person typed.
    services.log('request failed', {
      route: request.routeOptions.url ?? '',
      error: error.name,
      code: error.code ?? '',
      where: (error.stack ?? '').split('\n').slice(1, 3).join(' ').trim(),
    });
    return send(request, reply, refuse('http.failed'));
  });

  const readings = areas.flatMap((area) => area.readings ?? []);
  const stop = new AbortController();
  app.addHook('preClose', async () => stop.abort());
  for (const route of routesOf(areas)) app.route(handlerOf(route, { ...parts, readings, stopping: stop.signal }));
  servePublic(
    app,
    areas.flatMap((area) => area.publicPages ?? []),
    services,
    parts.pages,
  );
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
  // The body of an upload is streamed by its handler; nothing else is read but JSON.
  app.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null));

  if (parts.pages) await servePages(app, parts.pages);
  app.setNotFoundHandler((request, reply) => {
    if (parts.pages && request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0]!))
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return send(request, reply, refuse('http.not-found'));
  });
  await app.ready();
  return app;
}
