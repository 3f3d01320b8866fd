import { createHash } from 'node:crypto';
import { type Tx, withTransaction } from '../database/pool.ts';
import type { Services } from '../http/services.ts';
import { describeMade, keepPiece, pieceBytes } from './store.ts';

/** A file that Olle itself makes, kept beside a record under that record's key. */
interface Made {
  readonly city: number;
  /** The record it belongs to; a record has one such file. */
  readonly id: string;
  readonly by: string;
  readonly name: string;
  readonly type: string;
  readonly ending: string;
}

/** Stores a file while it is being made, in sealed pieces; one that was started before is started again. */
export async function keepMade(services: Services, made: Made, contents: AsyncIterable<Buffer>): Promise<void> {
  const { city, id, by, name, type, ending } = made;
  const key = await withTransaction(services.pool, city, async (tx) => {
    await removeOfSubject(tx, city, id);
    await tx.query('insert into attachment (city, id, record, subject, by, at, expected) values ($1, $2, $2, $2, $3, $4, 0)', [
      city,
      id,
      by,
      services.clock().toISOString(),
    ]);
    const found = (await services.ledger.keys.find(tx, city, [id])).get(id);
    if (!found) throw new Error('A file is made for a record that has no key.');
    return found;
  });
  const hash = createHash('sha256');
  let waiting: Buffer = Buffer.alloc(0);
  let number = 0;
  let bytes = 0;
  const keep = async (piece: Buffer) => {
    hash.update(piece);
    bytes += piece.length;
    await keepPiece(services, city, id, key, number++, piece);
  };
  for await (const stretch of contents) {
    waiting = Buffer.concat([waiting, stretch]);
    for (; waiting.length >= pieceBytes; waiting = waiting.subarray(pieceBytes)) await keep(waiting.subarray(0, pieceBytes));
  }
  if (waiting.length > 0) await keep(waiting);
  const sha256 = hash.digest('hex');
  await describeMade(services, city, id, key, { name, type, ending, bytes, sha256, sent: sha256, thumbnailBytes: 0 });
}

/** Destroys what is sealed under a subject's key. */
export async function removeOfSubject(tx: Tx, city: number, subject: string): Promise<void> {
  await tx.query('delete from attachment where city = $1 and subject = $2', [city, subject]);
}
