import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Headers that say how a document may behave; scripts, styles and fonts are none, and a phone fetches a score of them. */
const ofDocuments = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'strict-transport-security',
  'x-frame-options',
];

/** Serves the built web app: hashed files are cached for a year, the rest not at all. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = /\/assets\/.*-[\w-]{8,}\.\w+/.test(path);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (hashed) for (const name of ofDocuments) reply.removeHeader(name);
    },
  });
}
