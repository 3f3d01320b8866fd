import { resolve } from 'node:path';

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
}

/** Reads the configuration. Throws, naming the variable, what it holds and what it must hold. */
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
  };
}
