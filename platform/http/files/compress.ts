import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const compressed = promisify(gzip);
/** Less fits into a packet as it is. */
const leastBytes = 1000;

/**
 * Compresses JSON answers for clients that accept it. What arrives in lines while it is being made stays as it is. No answer repeats what
 * another site's page could have put into a request (the cookie is not sent with those), so that its length tells nobody a secret in it.
 */
export function compressJson(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < leastBytes) return payload;
    if (!/^application\/(\w+\+)?json/.test(String(reply.getHeader('content-type')))) return payload;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return await compressed(payload);
  });
}
