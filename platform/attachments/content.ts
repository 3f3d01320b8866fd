import { createRequire } from 'node:module';
import { refuse } from '../decider/index.ts';
import { Refused } from '../ledger/problems.ts';

const types = createRequire(import.meta.url)('./types.json') as readonly ContentType[];

/** A kind of file that is taken in. */
export interface ContentType {
  /** Media type, as in `image/jpeg`. */
  readonly type: string;
  /** What its name ends in when it is given out, whatever it was called. */
  readonly ending: string;
  readonly as: 'picture' | 'document' | 'archived-document' | 'sound';
}

/** The refusal for a file that is not accepted, by its media type. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^image\/(heic|heif)/, 'attachments.heic'],
  [/^image\/svg|^text\/html|xml$/, 'attachments.drawing'],
  [/macroenabled/i, 'attachments.macros'],
  [/msdownload|elf|mach-binary|executable|java-vm|wasm|x-sh|java-archive|android\.package|x-msi/, 'attachments.program'],
  [/^video\/|matroska|^application\/mp4/, 'attachments.video'],
  [/zip|tar|rar|7z|compress|bzip|xz|zstd|lz4|lzip|archive|cab|iso9660|diskimage/, 'attachments.archive'],
];
const markup = /^[\s\uFEFF]*<(\?xml|!doctype|html|svg|head|body|script)/i;
const script = /^[\s\uFEFF]*(#!|@echo\b|<\?php|WScript\.|param\s*\()/i;

const refusalOf = (code: string) => new Refused(refuse(code));

async function sniff(bytes: Uint8Array): Promise<string | undefined> {
  // Loaded with the first file: most servers start and stop without one.
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
}

/** Throws `Refused` where the first bytes of a file (100 or more, unless it is shorter) show already that it will not be taken in. */
export async function refuseEarly(start: Buffer): Promise<void> {
  const mime = await sniff(start);
  // A document of an office program begins like any zip: that shows at its end.
  if (mime && mime !== 'application/zip' && !types.some(({ type }) => type === mime)) throw refusalOf(codeOf(mime));
  if (!mime) refuseText(start);
}

const codeOf = (mime: string) => refusals.find(([pattern]) => pattern.test(mime))?.[1] ?? 'attachments.unknown-type';

function refuseText(bytes: Buffer): void {
  const start = bytes.subarray(0, 512).toString('utf8');
  if (markup.test(start)) throw refusalOf('attachments.drawing');
  if (script.test(start)) throw refusalOf('attachments.program');
}

/** What a whole file is by its content; its name says nothing. Throws `Refused` where it is not of the list. */
export async function typeOf(bytes: Buffer): Promise<ContentType> {
  const mime = await sniff(bytes);
  if (!mime) refuseText(bytes);
  const found = types.find(({ type }) => type === mime);
  if (!found) throw refusalOf(mime ? codeOf(mime) : 'attachments.unknown-type');
  if (found.as === 'archived-document') await refuseMacros(bytes);
  return found;
}

/** An office document that carries a program, or another file that is one. */
async function refuseMacros(bytes: Buffer): Promise<void> {
  const { unzipSync } = await import('fflate');
  const names: string[] = [];
  try {
    // Names alone: nothing is unpacked.
    unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
  } catch {
    throw refusalOf('attachments.unknown-type');
  }
  if (names.some((name) => /vbaProject|\.bin$|^Basic\/|^Scripts\/|\.(exe|dll|js|vbs|jar|scr|bat|cmd|ps1)$/i.test(name)))
    throw refusalOf('attachments.macros');
}
