import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { directionOf, languages } from '../decider/index.ts';

/** Everything that a public page may cost on the way, its style in it. */
const mostBytes = 30_000;
/** What would call another server, run something, or remember who was here. */
const forbidden = [
  /<script/i,
  /<iframe/i,
  /<link/i,
  /\bon\w+\s*=/i,
  /javascript:/i,
  /<img[^>]+src="(?!data:|\/)/i,
  /url\((?!["']?(?:data:|\/assets\/font-))/i,
  /@import/i,
];

/** Holds a public page to what such pages promise: its size, no script and nothing of others, its language, its headers. */
export async function holdsLimits(app: FastifyInstance, path: string): Promise<void> {
  for (const language of languages) {
    const answer = await app.inject({ url: `${path}/${language}` });
    assert.equal(answer.statusCode, 200, `${path}/${language}`);
    const bytes = Buffer.byteLength(answer.body);
    assert.ok(bytes <= mostBytes, `${path}/${language} is ${bytes} bytes; at most ${mostBytes}`);
    for (const pattern of forbidden) assert.doesNotMatch(answer.body, pattern, `${path}/${language}`);
    assert.match(answer.body, new RegExp(`<html lang="${language}" dir="${directionOf(language)}">`));
    assert.equal(answer.body.match(/<h1>/g)?.length, 1, 'one heading');
    for (const other of languages.filter((one) => one !== language)) assert.ok(answer.body.includes(`href="${path}/${other}"`), other);
    const { 'content-security-policy': policy, 'set-cookie': cookie, 'cache-control': kept, 'referrer-policy': referrer } = answer.headers;
    assert.match(String(policy), /^default-src 'none'; style-src 'sha256-[^']+'; /);
    assert.doesNotMatch(String(policy), /unsafe|script-src|https?:/);
    assert.match(String(kept), /^(public, max-age=\d+|no-store)$/);
    assert.deepEqual([cookie, referrer], [undefined, 'no-referrer']);
  }
}
