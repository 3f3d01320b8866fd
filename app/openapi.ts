import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import type { AnyRoute } from '../platform/http/area.ts';
import { schemaOf } from '../platform/http/handler.ts';
import { openapiOptions } from '../platform/http/openapi.ts';
import { routesOf } from '../platform/http/server.ts';
import { areas } from './areas.ts';

/** The OpenAPI document of routes, made of their contracts alone: no server runs and no database is asked. */
export async function openapiOf(routes: readonly AnyRoute[]): Promise<object> {
  // Nothing is called, so nothing is compiled that would check or write it.
  const app = Fastify()
    .setValidatorCompiler(() => () => true)
    .setSerializerCompiler(() => JSON.stringify);
  await app.register(swagger, openapiOptions(routes));
  for (const route of routes) app.route({ ...schemaOf(route), handler: async () => undefined });
  await app.ready();
  return app.swagger();
}

/** Prints the OpenAPI document of every route. */
export async function openapi(): Promise<number> {
  process.stdout.write(`${JSON.stringify(await openapiOf(routesOf(areas)), null, 2)}\n`);
  return 0;
}
