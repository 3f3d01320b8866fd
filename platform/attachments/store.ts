import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Tx, withTransaction } from '../database/pool.ts';
import { refuse } from '../decider/index.ts';
import type { Services } from '../http/services.ts';
import { Refused } from '../ledger/problems.ts';
import type { Effect } from '../ledger/view.ts';
import { open, openJson, seal, sealJson } from '../sealing/sealing.ts';
import { type ContentType, refuseEarly, typeOf } from './content.ts';
import { redraw } from './pictures.ts';

/** Every piece but the last has this size, so that what has arrived is known by counting. */
export const pieceBytes = 256 * 1024;
/** 20 MB a file unless the installation says otherwise. */
export const limitBytes = Number(process.env['OLLE_ATTACHMENT_LIMIT_BYTES'] ?? 20 * 1024 ** 2);
/** Files that one person may have under way. */
const mostArriving = 20;
/** Files in memory at once while they are checked. */
const mostExamined = 2;

type PieceOf = 'arriving' | 'content' | 'thumbnail';
const pieceBinding = (city: number, id: string, part: PieceOf, number: number) => `attachment|${city}|${id}|${part}|${number}`;
const descriptionBinding = (city: number, id: string) => `attachment|${city}|${id}`;

/** What is known of a file that is whole. */
export interface Description {
  /** As the sender called it. */
  readonly name: string;
  readonly type: string;
  readonly ending: string;
  /** Of the content as it is kept, which for a picture is not that which was sent. */
  readonly bytes: number;
  /** SHA-256 of that content, hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of what was sent. */
  readonly sent: string;
  readonly thumbnailBytes: number;
}

/** Where a file on its way belongs, and who sends it. */
export interface Sending {
  readonly city: number;
  /** Chosen by the sender; the same id again is the same file. */
  readonly id: string;
  readonly record: string;
  /** Whose key seals it. */
  readonly subject: string;
  readonly by: string;
  readonly name: string;
  /** Bytes the file has. */
  readonly expected: number;
  /** The first byte of this body: what `arrivedOf` said. */
  readonly from: number;
  /** Queued with the first piece: what forgets the file if nobody makes use of it. */
  readonly forget: Effect;
}

interface Row {
  readonly id: string;
  readonly record: string;
  readonly subject: string;
  readonly by: string;
  readonly expected: number;
  readonly arrived: number;
  readonly description: Buffer | null;
}

const refused = (code: string, params = {}) => new Refused(refuse(code, params));
const rowOf = async (tx: Tx, city: number, id: string): Promise<Row | undefined> =>
  (
    await tx.query<Row>('select id, record, subject, by, expected, arrived, description from attachment where city = $1 and id = $2', [
      city,
      id,
    ])
  ).rows[0];
const keyOf = async (services: Services, tx: Tx, city: number, subject: string): Promise<Buffer> => {
  const key = (await services.ledger.keys.find(tx, city, [subject])).get(subject);
  if (!key) throw refused('ledger.erased');
  return key;
};

/** How many bytes of a file have arrived, and whether it is whole; undefined where nothing has. */
export async function arrivedOf(
  tx: Tx,
  city: number,
  id: string,
  record: string,
): Promise<{ arrived: number; whole: boolean } | undefined> {
  const row = await rowOf(tx, city, id);
  return row && row.record === record ? { arrived: row.arrived, whole: row.description !== null } : undefined;
}

/** How far a file is that is being sent: its description once it is whole. */
export interface Received {
  readonly arrived: number;
  readonly description: Description | undefined;
}

/**
 * Takes a file, or the next stretch of it, in as it arrives, in sealed pieces. Whole pieces that have arrived when the connection breaks
 * are kept, and the next body goes on from there; once whole, it is looked at, pictures are drawn anew, and it is described. Throws
 * `Refused`, and forgets the file, where it is not of a kind or size that is taken in.
 */
export async function receive(services: Services, sending: Sending, body: Readable): Promise<Received> {
  const { city, id } = sending;
  if (sending.expected > limitBytes) throw refused('attachments.too-large', { megabytes: Math.floor(limitBytes / 1024 ** 2) });
  if (sending.expected < 1) throw refused('attachments.empty');
  const { key, row } = await withTransaction(services.pool, city, async (tx) => {
    const key = await keyOf(services, tx, city, sending.subject);
    return { key, row: (await rowOf(tx, city, id)) ?? (await begin(services, tx, sending)) };
  });
  if (row.record !== sending.record || row.by !== sending.by || row.expected !== sending.expected) throw refused('attachments.other-file');
  if (row.description)
    return { arrived: row.arrived, description: openJson(key, row.description, descriptionBinding(city, id)) as Description };
  if (row.arrived !== sending.from) throw refused('attachments.other-connection');
  try {
    const arrived = await keepPieces(services, sending, key, body);
    return { arrived, description: arrived < sending.expected ? undefined : await examined(() => finish(services, sending, key)) };
  } catch (error) {
    const unfit = error instanceof Refused && !['attachments.broken-off', 'attachments.other-connection'].includes(error.refusal.refused);
    if (unfit) await withTransaction(services.pool, city, (tx) => remove(tx, city, id));
    throw error;
  }
}

async function begin(services: Services, tx: Tx, sending: Sending): Promise<Row> {
  const { city, id, record, subject, by, expected } = sending;
  const { rows } = await tx.query<{ n: number }>(
    'select count(*)::int as n from attachment where city = $1 and by = $2 and description is null',
    [city, by],
  );
  if (rows[0]!.n >= mostArriving) throw refused('attachments.too-many-waiting');
  await tx.query('insert into attachment (city, id, record, subject, by, at, expected) values ($1, $2, $3, $4, $5, $6, $7)', [
    city,
    id,
    record,
    subject,
    by,
    services.clock().toISOString(),
    expected,
  ]);
  await services.enqueue(tx, [sending.forget], city);
  return { id, record, subject, by, expected, arrived: 0, description: null };
}

/** Keeps the body's bytes in whole pieces; the last one may be shorter. Returns how many bytes there are now. */
async function keepPieces(services: Services, { city, id, from, expected }: Sending, key: Buffer, body: Readable): Promise<number> {
  let arrived = from;
  let waiting: Buffer[] = [];
  let size = 0;
  const keep = async (piece: Buffer) => {
    if (arrived === 0) await refuseEarly(piece);
    const number = arrived / pieceBytes;
    const sealed = seal(key, piece, pieceBinding(city, id, 'arriving', number));
    await withTransaction(services.pool, city, async (tx) => {
      // Two connections may send one file: the one that is behind gives way.
      const { rowCount } = await tx.query('update attachment set arrived = $4 where city = $1 and id = $2 and arrived = $3', [
        city,
        id,
        arrived,
        arrived + piece.length,
      ]);
      if (rowCount === 0) throw refused('attachments.other-connection');
      await insertPiece(tx, city, id, 'arriving', number, sealed);
    });
    arrived += piece.length;
  };
  try {
    // Not torn down when it is left early: the answer goes out over the same connection.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      waiting.push(chunk);
      size += chunk.length;
      if (arrived + size > expected) throw refused('attachments.other-file');
      if (size < pieceBytes) continue;
      let all = Buffer.concat(waiting);
      for (; all.length >= pieceBytes; all = all.subarray(pieceBytes)) await keep(all.subarray(0, pieceBytes));
      waiting = all.length > 0 ? [all] : [];
      size = all.length;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw refused('attachments.broken-off');
  }
  if (size > 0 && arrived + size === expected) await keep(Buffer.concat(waiting));
  return arrived;
}

const insertPiece = (tx: Tx, city: number, id: string, part: PieceOf, number: number, sealed: Buffer) =>
  tx.query('insert into attachment_piece (city, attachment, part, number, sealed) values ($1, $2, $3, $4, $5)', [
    city,
    id,
    part,
    number,
    sealed,
  ]);

let examining = 0;
const waitingToExamine: (() => void)[] = [];
/** Looks at a few files at once: each is in memory whole. */
async function examined<T>(work: () => Promise<T>): Promise<T> {
  if (examining >= mostExamined) await new Promise<void>((resolve) => waitingToExamine.push(resolve));
  else examining++;
  try {
    return await work();
  } finally {
    const next = waitingToExamine.shift();
    if (next) next();
    else examining--;
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Looks at a file that has arrived, and keeps it as it is given out. */
async function finish(services: Services, { city, id, name, expected }: Sending, key: Buffer): Promise<Description> {
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(services, city, id, key, 'arriving', expected)) pieces.push(piece);
  const sent = Buffer.concat(pieces);
  const { type, ending, as }: ContentType = await typeOf(sent);
  const { content, thumbnail } = as === 'picture' ? await redraw(sent, type) : { content: sent, thumbnail: undefined };
  const description: Description = {
    name: name.slice(0, 200),
    type,
    ending,
    bytes: content.length,
    sha256: sha256(content),
    sent: sha256(sent),
    thumbnailBytes: thumbnail?.length ?? 0,
  };
  await withTransaction(services.pool, city, async (tx) => {
    const keepAll = async (bytes: Buffer, part: PieceOf) => {
      for (let number = 0; number * pieceBytes < bytes.length; number++) {
        const piece = bytes.subarray(number * pieceBytes, (number + 1) * pieceBytes);
        await insertPiece(tx, city, id, part, number, seal(key, piece, pieceBinding(city, id, part, number)));
      }
    };
    await tx.query("delete from attachment_piece where city = $1 and attachment = $2 and part <> 'arriving'", [city, id]);
    await keepAll(content, 'content');
    if (thumbnail) await keepAll(thumbnail, 'thumbnail');
    await tx.query("delete from attachment_piece where city = $1 and attachment = $2 and part = 'arriving'", [city, id]);
    const { rowCount } = await tx.query('update attachment set description = $3 where city = $1 and id = $2', [
      city,
      id,
      sealJson(key, description, descriptionBinding(city, id)),
    ]);
    // Removed, or its key destroyed, while it was looked at.
    if (rowCount === 0) throw refused('attachments.not-found');
  });
  return description;
}

/** The bytes of one part of a file, piece by piece; each is proved by its seal. Throws `Refused` where one is missing. */
async function* piecesOf(services: Services, city: number, id: string, key: Buffer, part: PieceOf, bytes: number): AsyncGenerator<Buffer> {
  for (let number = 0; number * pieceBytes < bytes; number++) {
    const { rows } = await withTransaction(services.pool, city, (tx) =>
      tx.query<{ sealed: Buffer }>(
        'select sealed from attachment_piece where city = $1 and attachment = $2 and part = $3 and number = $4',
        [city, id, part, number],
      ),
    );
    if (!rows[0]) throw refused('attachments.not-found');
    yield open(key, rows[0].sealed, pieceBinding(city, id, part, number));
  }
}

/** A file that is whole. */
export interface Attachment extends Description {
  readonly id: string;
  /** The bytes as they are kept. Throws at the end where they are not those that were taken in. */
  content(): AsyncGenerator<Buffer>;
  /** A JPEG of at most 320 by 320; nothing for what is not a picture. */
  thumbnail(): AsyncGenerator<Buffer>;
}

/** The files of a record that are whole, by id. Those whose key was destroyed are not there. */
export async function attachmentsOf(services: Services, tx: Tx, city: number, record: string): Promise<Map<string, Attachment>> {
  const { rows } = await tx.query<Row>(
    'select id, record, subject, by, expected, arrived, description from attachment where city = $1 and record = $2 and description is not null',
    [city, record],
  );
  const keys = await services.ledger.keys.find(
    tx,
    city,
    rows.map(({ subject }) => subject),
  );
  return new Map(
    rows.flatMap(({ id, subject, description }) => {
      const key = keys.get(subject);
      if (!key) return [];
      const told = openJson(key, description!, descriptionBinding(city, id)) as Description;
      const attachment: Attachment = {
        ...told,
        id,
        async *content() {
          const hash = createHash('sha256');
          for await (const piece of piecesOf(services, city, id, key, 'content', told.bytes)) {
            hash.update(piece);
            yield piece;
          }
          if (hash.digest('hex') !== told.sha256) throw new Error('A file is not what was taken in.');
        },
        thumbnail: () => piecesOf(services, city, id, key, 'thumbnail', told.thumbnailBytes),
      };
      return [[id, attachment] as const];
    }),
  );
}

/** Destroys the bytes of a file; nothing where it is gone already. */
export async function remove(tx: Tx, city: number, id: string): Promise<void> {
  await tx.query('delete from attachment where city = $1 and id = $2', [city, id]);
}

/** Keeps one piece of a file that is made here. */
export async function keepPiece(services: Services, city: number, id: string, key: Buffer, number: number, piece: Buffer): Promise<void> {
  const sealed = seal(key, piece, pieceBinding(city, id, 'content', number));
  await withTransaction(services.pool, city, (tx) => insertPiece(tx, city, id, 'content', number, sealed));
}

/** Says that a file that is made here is whole. */
export async function describeMade(services: Services, city: number, id: string, key: Buffer, description: Description): Promise<void> {
  const sealed = sealJson(key, description, descriptionBinding(city, id));
  await withTransaction(services.pool, city, (tx) =>
    tx.query('update attachment set description = $3 where city = $1 and id = $2', [city, id, sealed]),
  );
}
