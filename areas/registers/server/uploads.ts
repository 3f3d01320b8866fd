import type { Readable } from 'node:stream';
import { withTransaction } from '../../../platform/database/pool.ts';
import { refuse } from '../../../platform/decider/index.ts';
import type { Services } from '../../../platform/http/area.ts';
import type { JobDefinition } from '../../../platform/jobs/job.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { open, seal } from '../../../platform/sealing/sealing.ts';

/** Every piece but the last has this size, so that any byte is found without reading those before it. */
const chunkBytes = 256 * 1024;
/** 2 GB unless the installation says otherwise. */
const limitBytes = Number(process.env['OLLE_UPLOAD_LIMIT_BYTES'] ?? 2 * 1024 ** 3);
const keptHours = 24;
const bindingOf = (city: number, id: string, number: number) => `upload|${city}|${id}|${number}`;

/** An upload that arrived whole, readable from any byte on. */
export interface Upload {
  readonly fileName: string;
  readonly size: number;
  /** The bytes from `from` on, in pieces; stop asking when enough. */
  read(from?: number): AsyncGenerator<Buffer>;
}

/** Forgets an upload that nobody imported. An import that runs deletes its upload itself. */
export const forgetJob: JobDefinition = {
  name: 'registers.forget-upload',
  async run({ city, upload }, services) {
    const id = String(upload);
    const needed = await withTransaction(services.pool, city, (tx) =>
      tx.query("select 1 from registers_import where city = $1 and upload = $2 and status in ('running', 'stopping')", [city, id]),
    );
    if (needed.rows.length === 0) await deleteUpload(services, city, id);
  },
};

/** Takes a file in as it arrives, sealed in pieces; it counts only once it has arrived whole. Throws `Refused` where it is too large or breaks off. */
export async function receiveUpload(
  services: Services,
  city: number,
  by: string,
  id: string,
  fileName: string,
  body: Readable,
): Promise<number> {
  const notBefore = new Date(services.clock().getTime() + keptHours * 3_600_000).toISOString();
  const key = await withTransaction(services.pool, city, async (tx) => {
    await tx.query('insert into register_upload (city, id, file_name, by) values ($1, $2, $3, $4)', [city, id, '', by]);
    await services.enqueue(tx, [{ job: forgetJob.name, payload: { upload: id }, notBefore }], city);
    return (await services.ledger.keys.create(tx, city, [id])).get(id)!;
  });
  let bytes = 0;
  let number = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const keep = async (chunk: Buffer) => {
    const sealed = seal(key, chunk, bindingOf(city, id, number));
    await withTransaction(services.pool, city, (tx) =>
      tx.query('insert into register_upload_chunk (city, upload, number, sealed) values ($1, $2, $3, $4)', [city, id, number, sealed]),
    );
    number++;
  };
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      bytes += piece.length;
      size += piece.length;
      if (bytes > limitBytes) throw new Refused(refuse('registers.file-too-large'));
      waiting.push(piece);
      if (size < chunkBytes) continue;
      let all = Buffer.concat(waiting);
      for (; all.length >= chunkBytes; all = all.subarray(chunkBytes)) await keep(all.subarray(0, chunkBytes));
      waiting = all.length > 0 ? [all] : [];
      size = all.length;
    }
    if (size > 0) await keep(Buffer.concat(waiting));
  } catch (error) {
    await deleteUpload(services, city, id);
    throw error instanceof Refused ? error : new Refused(refuse('registers.upload-incomplete'));
  }
  // A file's name may be a child's: it is sealed like the file.
  const name = seal(key, fileName, bindingOf(city, id, -1)).toString('base64');
  await withTransaction(services.pool, city, (tx) =>
    tx.query('update register_upload set bytes = $3, file_name = $4, complete = true where city = $1 and id = $2', [city, id, bytes, name]),
  );
  return bytes;
}

/** Opens an upload. Throws `Refused` where there is no such whole file. */
export async function openUpload(services: Services, city: number, id: string): Promise<Upload> {
  const found = await withTransaction(services.pool, city, async (tx) => {
    const { rows } = await tx.query<{ bytes: string; file_name: string }>(
      'select bytes, file_name from register_upload where city = $1 and id = $2 and complete',
      [city, id],
    );
    const key = rows[0] && (await services.ledger.keys.find(tx, city, [id])).get(id);
    return key ? { row: rows[0]!, key } : undefined;
  });
  if (!found) throw new Refused(refuse('registers.upload-not-found'));
  const { row, key } = found;
  const size = Number(row.bytes);
  return {
    size,
    fileName: open(key, Buffer.from(row.file_name, 'base64'), bindingOf(city, id, -1)).toString('utf8'),
    async *read(from = 0) {
      for (let number = Math.floor(from / chunkBytes); number * chunkBytes < size; number++) {
        const { rows } = await withTransaction(services.pool, city, (tx) =>
          tx.query<{ sealed: Buffer }>('select sealed from register_upload_chunk where city = $1 and upload = $2 and number = $3', [
            city,
            id,
            number,
          ]),
        );
        // Forgotten while it was read. Its end must not be taken for the end of a register.
        if (!rows[0]) throw new Refused(refuse('registers.upload-not-found'));
        const chunk = open(key, rows[0].sealed, bindingOf(city, id, number));
        const skip = Math.max(0, from - number * chunkBytes);
        yield skip > 0 ? chunk.subarray(skip) : chunk;
      }
    },
  };
}

/** Forgets an upload and destroys its key. */
export async function deleteUpload(services: Services, city: number, id: string): Promise<void> {
  await withTransaction(services.pool, city, async (tx) => {
    await tx.query('delete from register_upload where city = $1 and id = $2', [city, id]);
    await services.ledger.keys.destroy(tx, city, [id], services.clock().toISOString());
  });
}
