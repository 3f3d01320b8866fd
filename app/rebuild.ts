import { rebuild } from '../platform/ledger/rebuild.ts';
import { areas } from './areas.ts';
import { ledgerParts } from './compose.ts';
import { readConfiguration } from './configuration.ts';
import { lineLog, openInstance } from './instance.ts';

/** `olle rebuild`: rebuilds every read model from the log. Refused while a server runs on the folder. */
export async function rebuildAll(_args: string[]): Promise<number> {
  const instance = await openInstance(readConfiguration(process.env), { log: lineLog, serve: false, queue: false });
  try {
    const started = performance.now();
    const parts = ledgerParts(areas, instance.services);
    const { events, records } = await rebuild(parts, instance.owner, parts.views, (done, of) =>
      process.stderr.write(`\r${done} of ${of} events`),
    );
    const seconds = (performance.now() - started) / 1000;
    console.log(`\nRebuilt ${parts.views.length} read models from ${events} events of ${records} records in ${seconds.toFixed(1)} s.`);
    return 0;
  } finally {
    await instance.stop();
  }
}
