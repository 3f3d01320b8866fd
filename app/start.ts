import { setupToken } from '../areas/accounts/server/routes.ts';
import { builtPages } from './build.ts';
import { readConfiguration } from './configuration.ts';
import { type Instance, lineLog, openInstance } from './instance.ts';

/** The address as a browser on this machine should type it: browsers keep secure cookies for `localhost`. */
export const addressToType = (instance: Instance): string =>
  (instance.address ?? '').replace(/\/\/(127\.0\.0\.1|\[::1\]|0\.0\.0\.0|\[::\])/, '//localhost');

/** Waits until the process is asked to stop, then stops in order. A second signal does not interrupt this: the database needs time. */
export async function untilStopped(instance: Instance): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  await instance.stop();
}

/** `npm start`: serves a city from the folder or database that the environment names, until asked to stop. */
export async function start(_args: string[]): Promise<number> {
  const configuration = readConfiguration(process.env);
  const instance = await openInstance(configuration, { log: lineLog, serve: true, queue: true, pages: await builtPages() });
  const address = addressToType(instance);
  const { rows } = await instance.owner.query('select 1 from city limit 1');
  console.log(
    rows.length > 0
      ? `Olle is open at ${address}`
      : // Behind the hash nothing reaches a server or its log.
        `Olle is open and waits to be set up. Open this address; it works until the city is founded or the server stops:\n${address}/setup#${setupToken}`,
  );
  await untilStopped(instance);
  return 0;
}
