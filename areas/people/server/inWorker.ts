import { Worker } from 'node:worker_threads';
import type { LinkInput, LinkResult } from '@olle/linkage';

/** Links in a thread of its own. Rejects where the thread fails, and where it ends without a result (out of memory, stopped). */
export const linkInWorker = async (input: LinkInput, script = new URL('./linkWorker.ts', import.meta.url)): Promise<LinkResult> =>
  await new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: input });
    worker.once('message', resolve);
    worker.once('error', reject);
    // After a message this changes nothing: a promise is settled once.
    worker.once('exit', (code) => reject(new Error(`Linkage ended without a result (exit code ${code}).`)));
  });
