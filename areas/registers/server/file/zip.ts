import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { refuse } from '../../../../platform/decider/index.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';

/** Bytes that can be read from any place, as an upload is. */
export interface ByteSource {
  readonly size: number;
  read(from?: number): AsyncGenerator<Buffer>;
}

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly checksum: number;
  readonly offset: number;
}

/** What one part may unpack to, and how much more than what was read of it; a spreadsheet stays far below, a bomb far above. */
const zipLimits = { bytes: 4 * 1024 ** 3, ratio: 300, ratioFrom: 16 * 1024 ** 2, entries: 5000, directoryBytes: 8 * 1024 ** 2 };

const broken = () => new Refused(refuse('registers.workbook-broken'));

async function take(source: ByteSource, from: number, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let have = 0;
  if (from < 0 || length < 0 || from + length > source.size) throw broken();
  for await (const piece of source.read(from)) {
    pieces.push(piece);
    have += piece.length;
    if (have >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

/** What stands for a number that 32 (or 16) bits do not hold, or that a program wrote in the long form although they would. */
const long = 0xffffffff;
const longCount = 0xffff;

/** A number of 64 bits. Throws `Refused` where it is larger than any file here. */
function readLong(bytes: Buffer, at: number): number {
  if (at + 8 > bytes.length) throw broken();
  const number = Number(bytes.readBigUInt64LE(at));
  if (!Number.isSafeInteger(number)) throw broken();
  return number;
}

interface Directory {
  readonly count: number;
  readonly length: number;
  readonly offset: number;
}

/** Where the central directory is: from the end record, or from the long one before it (ZIP64). */
async function findDirectory(source: ByteSource): Promise<Directory> {
  const tailLength = Math.min(source.size, 65_557);
  const tail = await take(source, source.size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw broken();
  const [count, length, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count !== longCount && length !== long && offset !== long) return { count, length, offset };
  // The locator stands right before the end record.
  const locator = end - 20;
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) throw broken();
  const record = await take(source, readLong(tail, locator + 8), 56);
  if (record.readUInt32LE(0) !== 0x06064b50) throw broken();
  return { count: readLong(record, 32), length: readLong(record, 40), offset: readLong(record, 48) };
}

/** A part's packed size and place; where they are long, from its extra field 1, which holds only those that are, in this order. */
function placeOf(header: Buffer, extra: Buffer): Pick<ZipEntry, 'packed' | 'offset'> {
  const [unpacked, packed, offset] = [header.readUInt32LE(24), header.readUInt32LE(20), header.readUInt32LE(42)];
  if (packed !== long && offset !== long) return { packed, offset };
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    let next = unpacked === long ? 8 : 0;
    const read = (short: number) => {
      if (short !== long) return short;
      next += 8;
      return readLong(field, next - 8);
    };
    return { packed: read(packed), offset: read(offset) };
  }
  throw broken();
}

/** The parts of a zip file, ZIP64 or not, from its central directory (PKWARE APPNOTE 4.3). Throws `Refused` where it is damaged. */
export async function openZip(source: ByteSource): Promise<Map<string, ZipEntry>> {
  const { count, length, offset } = await findDirectory(source);
  if (count > zipLimits.entries || length > zipLimits.directoryBytes) throw broken();
  const directory = await take(source, offset, length);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw broken();
    const [nameLength, extra, comment] = [
      directory.readUInt16LE(at + 28),
      directory.readUInt16LE(at + 30),
      directory.readUInt16LE(at + 32),
    ];
    const name = directory
      .subarray(at + 46, at + 46 + nameLength)
      .toString('utf8')
      .replace(/^\//, '');
    entries.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      checksum: directory.readUInt32LE(at + 16),
      ...placeOf(directory.subarray(at), directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extra)),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** One part, unpacked as it is read. Throws `Refused` where it is damaged, or unpacks to far more than a spreadsheet would. */
export async function* readZipEntry(source: ByteSource, entry: ZipEntry, limitBytes = zipLimits.bytes): AsyncGenerator<Buffer> {
  const local = await take(source, entry.offset, 30);
  if (local.readUInt32LE(0) !== 0x04034b50 || (entry.method !== 0 && entry.method !== 8)) throw broken();
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
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
