import type { Readable } from 'node:stream';
import { withTransaction } from '../../../platform/database/pool.ts';
import { refuse } from '../../../platform/decider/index.ts';
import type { Services } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { open, seal } from '../../../platform/sealing/sealing.ts';

const chunkBytes = 256 * 1024;
const limitBytes = 2 * 1024 ** 3;
const bindingOf = (city: number, id: string, number: number) => `upload|${city}|${id}|${number}`;

/** Takes a file in as it arrives, sealed in pieces; it counts only once it has arrived whole. Throws `Refused` where it is too large or breaks off. */
export async function receiveUpload(services: Services, city: number, by: string, id: string, fileName: string, body: Readable): Promise<number> {
  const key = await withTransaction(services.pool, city, async (tx) => {
    await tx.query('delete from register_upload where city = $1 and at < now() - interval \'1 day\'', [city]);
    await tx.query('insert into register_upload (city, id, file_name, by) values ($1, $2, $3, $4)', [city, id, fileName, by]);
    return (await services.ledger.keys.create(tx, city, [id])).get(id)!;
  });
  let bytes = 0;
  let number = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    const sealed = seal(key, Buffer.concat(waiting), bindingOf(city, id, number));
    await withTransaction(services.pool, city, (tx) => tx.query('insert into register_upload_chunk (city, upload, number, sealed) values ($1, $2, $3, $4)', [city, id, number, sealed]));
    number++;
    waiting = [];
    size = 0;
  };
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      bytes += piece.length;
      size += piece.length;
      if (bytes > limitBytes) throw new Refused(refuse('registers.file-too-large'));
      waiting.push(piece);
      if (size >= chunkBytes) await flush();
    }
    await flush();
  } catch (error) {
    await deleteUpload(services, city, id);
    throw error instanceof Refused ? error : new Refused(refuse('registers.upload-incomplete'));
  }
  await withTransaction(services.pool, city, (tx) => tx.query('update register_upload set bytes = $3, complete = true where city = $1 and id = $2', [city, id, bytes]));
  return bytes;
}

/** The bytes of an upload, in order. Throws `Refused` where there is no such whole file. */
export async function* readUpload(services: Services, city: number, id: string): AsyncGenerator<Buffer> {
  const key = await withTransaction(services.pool, city, async (tx) => {
    const { rows } = await tx.query('select 1 from register_upload where city = $1 and id = $2 and complete', [city, id]);
    return rows.length > 0 ? (await services.ledger.keys.find(tx, city, [id])).get(id) : undefined;
  });
  if (!key) throw new Refused(refuse('registers.upload-not-found'));
  for (let number = 0; ; number++) {
    const { rows } = await withTransaction(services.pool, city, (tx) =>
      tx.query<{ sealed: Buffer }>('select sealed from register_upload_chunk where city = $1 and upload = $2 and number = $3', [city, id, number]),
    );
    if (!rows[0]) return;
    yield open(key, rows[0].sealed, bindingOf(city, id, number));
  }
}

/** Forgets an upload and destroys its key. */
export async function deleteUpload(services: Services, city: number, id: string): Promise<void> {
  await withTransaction(services.pool, city, async (tx) => {
    await tx.query('delete from register_upload where city = $1 and id = $2', [city, id]);
    await services.ledger.keys.destroy(tx, city, id, services.clock().toISOString());
  });
}
