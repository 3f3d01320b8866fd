import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';
import { refuse } from '../../../../platform/decider/index.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';

/** Bytes that can be read from any place, as an upload is. */
export interface ByteSource {
  readonly size: number;
  read(from?: number): AsyncGenerator<Buffer>;
}

/** What one part may unpack to, and how much more than what was read of it; a spreadsheet stays far below, a bomb far above. */
const zipLimits = { bytes: 4 * 1024 ** 3, ratio: 300, ratioFrom: 16 * 1024 ** 2, entries: 5000, directoryBytes: 8 * 1024 ** 2 };

const broken = () => new Refused(refuse('registers.workbook-broken'));

/** Lets yauzl read from a source. A failure of the source is kept apart from what is wrong with the file. */
class SourceReader extends RandomAccessReader {
  failure: unknown;
  readonly #source: ByteSource;
  /** What was read last: the directory is read entry by entry, and each reading of the source is a query. */
  #window = { from: 0, bytes: Buffer.alloc(0) };

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    this.#take(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        callback(bytes.length < length ? broken() : null);
      },
      (error: Error) => {
        this.failure = error;
        callback(error);
      },
    );
  }

  override _readStreamForRange(): Readable {
    throw new Error('Parts are streamed by readZipEntry.');
  }

  async #take(position: number, length: number): Promise<Buffer> {
    const { from, bytes } = this.#window;
    if (position < from || position + length > from + bytes.length) {
      const pieces: Buffer[] = [];
      let have = 0;
      for await (const piece of this.#source.read(position)) {
        pieces.push(piece);
        have += piece.length;
        if (have >= length) break;
      }
      this.#window = { from: position, bytes: Buffer.concat(pieces) };
    }
    const start = position - this.#window.from;
    return this.#window.bytes.subarray(start, start + length);
  }
}

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly checksum: number;
  /** Where its bytes begin. */
  start(): Promise<number>;
}

/** Runs what yauzl does: whatever it finds wrong with the file is one refusal. */
async function reading<T>(reader: SourceReader, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (reader.failure) throw reader.failure;
    throw error instanceof Refused ? error : broken();
  }
}

/** The parts of a zip file, ZIP64 or not, from its central directory. Throws `Refused` where it is damaged. */
export async function openZip(source: ByteSource): Promise<Map<string, ZipEntry>> {
  const reader = new SourceReader(source);
  return await reading(reader, async () => {
    // What a part unpacks to is judged as it is read, and not by what the directory says of it.
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await fromRandomAccessReaderPromise(reader, source.size, options);
    if (zip.entryCount > zipLimits.entries) throw broken();
    const entries = new Map<string, ZipEntry>();
    let directoryBytes = 0;
    for await (const entry of zip.eachEntry()) {
      directoryBytes += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      if (directoryBytes > zipLimits.directoryBytes) throw broken();
      const name = (entry.fileNameRaw as Buffer).toString('utf8').replace(/^\//, '');
      entries.set(name, {
        name,
        method: entry.compressionMethod,
        packed: entry.compressedSize,
        checksum: entry.crc32,
        start: () => reading(reader, async () => (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart),
      });
    }
    return entries;
  });
}

/** One part, unpacked as it is read. Throws `Refused` where it is damaged, or unpacks to far more than a spreadsheet would. */
export async function* readZipEntry(source: ByteSource, entry: ZipEntry, limitBytes = zipLimits.bytes): AsyncGenerator<Buffer> {
  if (entry.method !== 0 && entry.method !== 8) throw broken();
  const start = await entry.start();
  let left = entry.packed;
  const packed = async function* () {
    for await (const whole of source.read(start)) {
      const piece = whole.subarray(0, left);
      left -= piece.length;
      yield piece;
      if (left <= 0) return;
    }
  };
  let out = 0;
  let checksum = 0;
  const check = (piece: Buffer) => {
    out += piece.length;
    if (out > limitBytes || (out > zipLimits.ratioFrom && out > (entry.packed - left) * zipLimits.ratio))
      throw new Refused(refuse('registers.workbook-bomb'));
    checksum = crc32(piece, checksum);
    return piece;
  };
  const checkWhole = () => {
    if (checksum !== entry.checksum) throw broken();
  };
  if (entry.method === 0) {
    for await (const piece of packed()) yield check(piece);
    return checkWhole();
  }
  const input = Readable.from(packed());
  const inflate = createInflateRaw();
  input.on('error', (error) => inflate.destroy(error));
  try {
    for await (const piece of input.pipe(inflate) as AsyncIterable<Buffer>) yield check(piece);
    checkWhole();
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('Z_') ? broken() : error;
  } finally {
    input.destroy();
    inflate.destroy();
  }
}
