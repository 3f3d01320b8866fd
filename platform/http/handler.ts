import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { isRefusal, refuse } from '../decider/index.ts';
import { Refused } from '../ledger/problems.ts';
import { allowsSome } from '../permissions/ability.ts';
import { where } from '../permissions/where.ts';
import type { AnyRoute, Call, Services, Session } from './area.ts';
import type { Reading } from './reading.ts';

/** What every endpoint needs of the server. */
export interface HandlerParts {
  readonly services: Services;
  readonly readings: readonly Reading[];
  /** Who sent the request; undefined where nobody is signed in. */
  authenticate(request: FastifyRequest): Promise<Session | undefined>;
  /** Aborted when the server is about to stop. */
  readonly stopping: AbortSignal;
}

const sameText = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Refuses what another site's page sends; it may not sign anybody in either. */
function checkOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (origin !== undefined && URL.parse(origin)?.host !== host) throw new Refused(refuse('http.csrf'));
}

/** Refuses what does not carry the token of this session. */
function checkForgery(request: FastifyRequest, session: Session): void {
  const token = request.headers['x-csrf-token'];
  if (typeof token !== 'string' || !sameText(token, session.csrf)) throw new Refused(refuse('http.csrf'));
}

/** Where a route is, and what goes in and out of it, as Fastify is told. */
export const schemaOf = (route: AnyRoute) => ({
  method: route.method,
  url: route.path.replace(/\{(\w+)\}/g, ':$1'),
  schema: {
    summary: route.summary,
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    ...(route.answer && !route.underWay ? { response: { 200: route.answer } } : {}),
  },
});

/** The one shape of every endpoint: who, may they, one transaction, the note of reading, the answer after the commit. */
export function handlerOf(route: AnyRoute, parts: HandlerParts): RouteOptions {
  const { services } = parts;
  return {
    ...schemaOf(route),
    bodyLimit: route.bodyLimit ?? 256 * 1024,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      if (route.method !== 'GET') checkOrigin(request);
      const session = route.sessionless ? undefined : await parts.authenticate(request);
      if (route.may !== 'anyone') {
        if (!session) throw new Refused(refuse('http.not-signed-in'));
        if (route.method !== 'GET') checkForgery(request, session);
      }
      const today = session && (await services.ledger.today(undefined, session.actor.city));
      const ability = session ? services.ledger.abilityOf(session.actor, today) : undefined;
      if (Array.isArray(route.may) && !(ability && allowsSome(ability, route.may[0] as string, route.may[1] as string)))
        throw new Refused(refuse('http.not-allowed'));

      let noted = false;
      const callWith = (tx: Call<never, never, never>['tx'] | undefined) =>
        ({
          // A route open to anyone states in its handler that it uses neither.
          actor: session?.actor as Call<never, never, never>['actor'],
          session: session as Session,
          ability: ability as Call<never, never, never>['ability'],
          params: request.params,
          query: request.query,
          body: request.body,
          tx: tx as Call<never, never, never>['tx'],
          services,
          request,
          reply,
          get ended() {
            const gone = new AbortController();
            reply.raw.once('close', () => gone.abort());
            return AbortSignal.any([gone.signal, parts.stopping]);
          },
          where: (action: string, kind: string, alias: string) => where(ability!, action, kind, alias),
          note: async (kind: string, ids: readonly string[], why: string) => {
            noted = true;
            if (!tx) throw new Error(`${route.path} has no transaction to note a reading in.`);
            await services.ledger.noteReading(tx, session!.actor, kind, ids, why);
            for (const one of parts.readings)
              if (one.kind === kind && one.why === why) await one.read(tx, session!.actor.id, ids, services.clock());
          },
        }) as unknown as Call<never, never, never>;
      const handle = async (tx?: Call<never, never, never>['tx']) => {
        const answer = await (route.handle as (call: Call<never, never, never>) => Promise<unknown>)(callWith(tx));
        // Thrown, so that everything before it is rolled back.
        if (isRefusal(answer)) throw new Refused(answer);
        return answer;
      };
      const needsTransaction = route.transaction !== false && session !== undefined;
      const answer = needsTransaction ? await services.ledger.transaction(session.actor.city, handle) : await handle();
      if (reply.sent) return reply;
      // A reading that leaves no trace must not happen: better an error than a silent one.
      if (route.shows && !noted) throw new Error(`${route.method} ${route.path} shows identity and noted no reading.`);
      return answer === undefined ? reply.code(204).send() : reply.send(answer);
    },
  };
}
