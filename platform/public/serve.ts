import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languages } from '../decider/index.ts';
import { preferredLanguage } from '../http/catalogues.ts';
import type { Services } from '../http/services.ts';
import { html } from './html.ts';
import { type PublicContent, publicPage, publicStyle } from './page.ts';
import { RateLimit } from './rateLimit.ts';

/** A page of an area that anyone may open, without an account and without a script. */
export interface PublicRoute {
  /** `/public/{city}…`; in another language with `/en`, `/ko`, `/ne`, `/ur` behind it. */
  readonly path: `/public/{city}${string}`;
  /** Seconds for which a browser or a proxy may keep it; 0 where it shows what somebody asked or wrote. */
  readonly keptFor: number;
  /** What it shows; undefined where there is nothing at this address. */
  content(call: PublicCall): Promise<PublicContent | undefined>;
}

export interface PublicCall {
  readonly services: Services;
  readonly params: Readonly<Record<string, string>>;
  readonly language: Language;
  say(area: string, key: string, params?: Readonly<Record<string, string>>): string;
}

/** Enough for a person who reads, or a class that reads at one address; not for a program that tries codes. */
const mostAMinute = 120;

/** Serves the public pages of all areas. */
export function servePublic(app: FastifyInstance, routes: readonly PublicRoute[], services: Services, pages?: string): void {
  const { catalogues } = services;
  const style = publicStyle(pages);
  const limit = new RateLimit(mostAMinute, services.clock);
  const answer = async (route: PublicRoute | undefined, request: FastifyRequest, reply: FastifyReply, chosen?: Language) => {
    const language = chosen ?? preferredLanguage(request.headers['accept-language']);
    const params = request.params as Record<string, string>;
    const say: PublicCall['say'] = (area, key, given) => catalogues.say(language, area, key, given);
    const wait = limit.count(request.ip);
    const content = wait === undefined ? await route?.content({ services, params, language, say }) : undefined;
    if (wait !== undefined) reply.header('retry-after', String(wait));
    const shown = content ?? {
      title: say('public', wait === undefined ? 'missing' : 'too-often'),
      city: 'Olle',
      body: html`<p>${say('public', wait === undefined ? 'missing-words' : 'too-often-words')}</p>`,
    };
    const path = request.url.split('?')[0]!.replace(new RegExp(`/(${languages.join('|')})$`), '');
    return reply
      .code(wait !== undefined ? 429 : content ? 200 : 404)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', style.policy)
      .header('cache-control', content && route!.keptFor > 0 ? `public, max-age=${route!.keptFor}` : 'no-store')
      .header('vary', 'accept-language')
      .send(publicPage(shown, { language, path, style, catalogues }));
  };
  for (const route of routes) {
    const url = route.path.replace(/\{(\w+)\}/g, ':$1');
    app.get(url, { schema: { hide: true } }, (request, reply) => answer(route, request, reply));
    for (const language of languages)
      app.get(`${url}/${language}`, { schema: { hide: true } }, (request, reply) => answer(route, request, reply, language));
  }
  app.get('/public/*', { schema: { hide: true } }, (request, reply) => answer(undefined, request, reply));
}
