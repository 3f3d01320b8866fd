import { builtPages } from '../app/build.ts';
import { readConfiguration } from '../app/configuration.ts';
import { lineLog, openInstance } from '../app/instance.ts';
import { setupToken } from '../areas/accounts/server/routes.ts';

// The server as `olle start` runs it. Without the pages unless they are asked for: what is proved here must not wait for the web app to be built.
const pages = process.argv.includes('--pages') ? { pages: await builtPages() } : {};
const instance = await openInstance(readConfiguration(process.env), { log: lineLog, serve: true, queue: true, ...pages });
console.log(`Olle is open at ${instance.address}/setup#${setupToken}`);
await new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});
await instance.stop();
