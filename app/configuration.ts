import { resolve } from 'node:path';
import type { Outside } from '../platform/http/area.ts';

/** Everything an operator may set, from the environment; nothing is read from it anywhere else. */
export interface Configuration {
  /** Folder of the database, its log and the keys, unless set apart. */
  readonly folder: string;
  /** A PostgreSQL server to use instead of our own. */
  readonly databaseUrl: string | undefined;
  /** The server's restricted login on that PostgreSQL, where it cannot be made from `databaseUrl`. */
  readonly appDatabaseUrl: string | undefined;
  readonly keyFile: string;
  readonly host: string;
  readonly port: number;
  readonly trustedProxies: readonly string[];
  /** Jobs done at once. */
  readonly jobs: number;
  readonly outside: Outside;
}

/** An address that must be of one of some kinds; undefined where it is not set. */
function addressOf(name: string, text: string | undefined, kinds: readonly string[]): URL | undefined {
  if (!text) return undefined;
  const url = URL.parse(text);
  // The value is not repeated: it may contain a password.
  if (!url || !kinds.includes(url.protocol) || !url.host)
    throw new Error(`${name} must be an address that begins with ${kinds.map((kind) => `${kind}//`).join(' or ')}.`);
  return url;
}

/** How people are reached outside of Olle. Throws where half of what mail or push needs is set. */
function readOutside(environment: Readonly<Record<string, string | undefined>>): Outside {
  const address = addressOf('OLLE_ADDRESS', environment['OLLE_ADDRESS'], ['https:', 'http:'])?.origin;
  const server = addressOf('OLLE_SMTP_URL', environment['OLLE_SMTP_URL'], ['smtps:', 'smtp:'])?.href;
  const from = environment['OLLE_MAIL_FROM'] || undefined;
  const push = environment['OLLE_PUSH'] || 'off';
  if ((server === undefined) !== (from === undefined)) throw new Error('OLLE_SMTP_URL and OLLE_MAIL_FROM are set together or not at all.');
  if (from && !/^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(from))
    throw new Error(`OLLE_MAIL_FROM is "${from}"; it must be an address, as olle@example.org or Olle <olle@example.org>.`);
  if (push !== 'on' && push !== 'off') throw new Error(`OLLE_PUSH is "${push}"; it must be on or off.`);
  if ((server || push === 'on') && !address) throw new Error('OLLE_ADDRESS must say where browsers find this Olle: notices lead there.');
  if (push === 'on' && !address!.startsWith('https:'))
    throw new Error('OLLE_ADDRESS must begin with https:// for OLLE_PUSH=on: browsers allow no other.');
  return {
    ...(address ? { address } : {}),
    ...(server ? { mail: { server, from: from! } } : {}),
    ...(push === 'on' ? { push: true } : {}),
  };
}

/** Reads the configuration. Throws, naming the variable, its value and what is expected. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const folder = resolve(environment['OLLE_FOLDER'] ?? 'olle-data');
  const whole = (name: string, otherwise: number, least: number, most: number): number => {
    const text = environment[name];
    if (text === undefined || text === '') return otherwise;
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new Error(`${name} is "${text}"; it must be a whole number from ${least} to ${most}.`);
    return value;
  };
  return {
    folder,
    databaseUrl: environment['DATABASE_URL'] || undefined,
    appDatabaseUrl: environment['OLLE_APP_DATABASE_URL'] || undefined,
    keyFile: resolve(environment['OLLE_KEY_FILE'] ?? `${folder}/keys/master.key`),
    host: environment['OLLE_HOST'] ?? '127.0.0.1',
    port: whole('OLLE_PORT', 4600, 0, 65_535),
    trustedProxies: (environment['OLLE_TRUSTED_PROXIES'] ?? '').split(',').flatMap((part) => part.trim() || []),
    jobs: whole('OLLE_JOBS', 2, 1, 32),
    outside: readOutside(environment),
  };
}
