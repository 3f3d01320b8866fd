import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { authenticatorOf } from '../areas/accounts/server/sessions.ts';
import { followErasedList } from '../areas/protection/server/erasedList.ts';
import { openCluster } from '../platform/database/cluster.ts';
import { migrate, readMigrations } from '../platform/database/migrate.ts';
import { openPool, type Pool } from '../platform/database/pool.ts';
import type { Log, Services } from '../platform/http/area.ts';
import { buildServer } from '../platform/http/server.ts';
import { prepareQueue, startQueue } from '../platform/jobs/queue.ts';
import { opensKeys } from '../platform/ledger/keys.ts';
import { prepareViews, rebuild } from '../platform/ledger/rebuild.ts';
import { loadMasterKey } from '../platform/sealing/masterKey.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { areas } from './areas.ts';
import { compose, ledgerParts, root } from './compose.ts';
import type { Configuration } from './configuration.ts';

/** A running Olle. */
export interface Instance {
  readonly services: Services;
  readonly owner: Pool;
  readonly app: FastifyInstance | undefined;
  readonly address: string | undefined;
  stop(): Promise<void>;
}

/** One line a happening, in JSON, with facts that identify nobody. */
export const lineLog: Log = (event, facts = {}) => console.log(JSON.stringify({ at: new Date().toISOString(), event, ...facts }));

/**
 * Brings an instance up: database, migrations, keys, read models, queue, server, in that order; what was opened is closed again
 * where a later step fails. `pages` is the built web app.
 */
export async function openInstance(
  configuration: Configuration,
  options: { log: Log; serve: boolean; queue: boolean; pages?: string; clock?: () => Date },
): Promise<Instance> {
  const { log } = options;
  const clock = options.clock ?? (() => new Date());
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const cluster = await openCluster({
      folder: configuration.folder,
      log,
      ...(configuration.databaseUrl ? { databaseUrl: configuration.databaseUrl } : {}),
      ...(configuration.appDatabaseUrl ? { appDatabaseUrl: configuration.appDatabaseUrl } : {}),
    });
    closing.push(() => cluster.stop());
    await migrate(cluster.ownerUrl, readMigrations(join(root, 'platform/database/migrations')), log);
    const owner = openPool(cluster.ownerUrl, { max: configuration.jobs + 3, applicationName: 'olle-owner', forQueue: true });
    closing.push(() => owner.end());
    const pool = openPool(cluster.appUrl, { max: 16, applicationName: 'olle' });
    closing.push(() => pool.end());
    await prepareQueue(owner, log);
    const used = (await owner.query('select 1 from city limit 1')).rows.length > 0;
    const sealing = new Sealing(loadMasterKey(configuration.keyFile, !used && !existsSync(configuration.keyFile)));
    // Before anything is written under it: what two keys sealed in one database could never be told apart again.
    if (!(await opensKeys(owner, sealing)))
      throw new Error(
        `The key file ${configuration.keyFile} is not the one this database was made with, and cannot open it. Put the right one back, then start again.`,
      );
    const stale = await prepareViews(
      owner,
      areas.flatMap((area) => area.views),
    );
    const { outside } = configuration;
    const services = compose(areas, { pool, sealing, clock, log, outside, erasedList: join(configuration.folder, 'erased.jsonl') });
    if (stale.length > 0) {
      const parts = ledgerParts(areas, { pool, sealing, clock });
      await rebuild(
        parts,
        owner,
        used ? parts.views : stale,
        (done, of) => used && done % 50_000 < 4000 && log('rebuilding', { done, of }),
      );
    }
    await followErasedList(services);
    let app: FastifyInstance | undefined;
    let address: string | undefined;
    if (options.serve) {
      app = await buildServer({
        services,
        areas,
        authenticate: authenticatorOf(services),
        trustedProxies: configuration.trustedProxies,
        ...(options.pages ? { pages: options.pages } : {}),
      });
      closing.push(() => app!.close());
      address = await app.listen({ host: configuration.host, port: configuration.port }).catch((error: Error & { code?: string }) => {
        if (error.code !== 'EADDRINUSE') throw error;
        throw new Error(`Port ${configuration.port} is used by another program. Stop that, or set OLLE_PORT to another port.`);
      });
    }
    if (options.queue) {
      const runner = await startQueue(
        owner,
        services,
        areas.flatMap((area) => area.jobs ?? []),
        configuration.jobs,
      );
      closing.push(() => runner.stop());
    }
    return { services, owner, app, address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
