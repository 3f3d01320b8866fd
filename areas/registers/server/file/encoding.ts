import { createRequire } from 'node:module';
import type { Encoding } from '../../domain/index.ts';
import { fieldNamed } from './headerWords.ts';

const require = createRequire(import.meta.url);

/** How much of a text's head is looked at, in bytes. */
const lookedAt = 64 * 1024;

/** What the letters beyond ASCII of a text would be under an encoding: how many, how many of them usual ones, how many none at all. */
interface Letters {
  total: number;
  usual: number;
  wrong: number;
}

const within = (byte: number, from: number, to: number) => byte >= from && byte <= to;

/** Letters of two bytes: which second bytes there are, and which pairs are letters in everyday use (the first level of the standard, its signs). */
interface Pairs {
  lead(byte: number): boolean;
  trail(byte: number): boolean;
  usual(lead: number, trail: number): boolean;
  /** A letter that one byte beyond ASCII makes. */
  single?(byte: number): boolean;
}
const pairs: readonly (readonly [Encoding, Pairs])[] = [
  [
    // KS X 1001 with Microsoft's additions (code page 949).
    'euc-kr',
    {
      lead: (byte) => within(byte, 0x81, 0xfe),
      trail: (byte) => within(byte, 0x41, 0x5a) || within(byte, 0x61, 0x7a) || within(byte, 0x81, 0xfe),
      usual: (lead, trail) => trail >= 0xa1 && (within(lead, 0xb0, 0xc8) || within(lead, 0xa1, 0xa3)),
    },
  ],
  [
    'big5',
    {
      lead: (byte) => within(byte, 0x81, 0xfe),
      trail: (byte) => within(byte, 0x40, 0x7e) || within(byte, 0xa1, 0xfe),
      usual: (lead) => within(lead, 0xa1, 0xc6),
    },
  ],
  [
    // GB 2312, GBK and GB 18030 up to its letters of four bytes.
    'gb18030',
    {
      lead: (byte) => within(byte, 0x81, 0xfe),
      trail: (byte) => within(byte, 0x40, 0x7e) || within(byte, 0x80, 0xfe),
      usual: (lead, trail) => trail >= 0xa1 && (within(lead, 0xb0, 0xd7) || within(lead, 0xa1, 0xa3)),
    },
  ],
  [
    // JIS X 0208 as Windows has it (code page 932).
    'shift_jis',
    {
      lead: (byte) => within(byte, 0x81, 0x9f) || within(byte, 0xe0, 0xfc),
      trail: (byte) => within(byte, 0x40, 0x7e) || within(byte, 0x80, 0xfc),
      usual: (lead) => within(lead, 0x81, 0x83) || within(lead, 0x88, 0x98),
      single: (byte) => within(byte, 0xa1, 0xdf),
    },
  ],
];

function lettersOfPairs(bytes: Buffer, { lead, trail, usual, single }: Pairs): Letters {
  const found = { total: 0, usual: 0, wrong: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    found.total++;
    if (single?.(byte)) {
      // Narrow katakana are rare but in old lists; Korean and Chinese bytes fall among them by chance.
      found.usual += 0.5;
      continue;
    }
    const next = bytes[i + 1];
    // The last byte may be half a letter.
    if (next === undefined) continue;
    if (!lead(byte) || !trail(next)) {
      found.wrong++;
      continue;
    }
    if (usual(byte, next)) found.usual++;
    i++;
  }
  return found;
}

/** UTF-8, of which a letter or two may be damaged. */
function lettersOfUtf8(bytes: Buffer): Letters {
  const found = { total: 0, usual: 0, wrong: 0 };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const more = within(byte, 0xc2, 0xdf) ? 1 : within(byte, 0xe0, 0xef) ? 2 : within(byte, 0xf0, 0xf4) ? 3 : 0;
    let got = 0;
    while (got < more && within(bytes[i + 1 + got] ?? 0, 0x80, 0xbf)) got++;
    found.total++;
    if (more > 0 && got === more) found.usual++;
    else if (i + 1 + got < bytes.length) found.wrong++;
    i += got;
  }
  return found;
}

const isAsciiLetter = (letter: string | undefined) => letter !== undefined && /[a-z]/i.test(letter);

/** Letters of one byte, by what they are beside their neighbours. */
const singles: readonly (readonly [Encoding, (letter: string, before: string | undefined, after: string | undefined) => boolean])[] = [
  // Accents and curled quotes stand among plain letters.
  ['windows-1252', (letter, before, after) => /[\p{L}‘’“”–—…]/u.test(letter) && (isAsciiLetter(before) || isAsciiLetter(after))],
  // A capital does not follow a small letter.
  [
    'windows-1251',
    (letter, before) => /[а-яёєї№«»]/iu.test(letter) && !(/[А-ЯЁЄЇ]/u.test(letter) && before !== undefined && /[а-яёєї]/u.test(before)),
  ],
  ['windows-1256', (letter, before, after) => /[\p{Script=Arabic}،؛؟]/u.test(letter) && !isAsciiLetter(before) && !isAsciiLetter(after)],
];

function lettersOfSingles(bytes: Buffer, encoding: Encoding, isUsual: (typeof singles)[number][1]): Letters {
  const found = { total: 0, usual: 0, wrong: 0 };
  const text = decoderOf(encoding).write(bytes);
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    found.total++;
    if (isUsual(text[i]!, text[i - 1], text[i + 1])) found.usual++;
  }
  return found;
}

/** How many cells of the first lines are words that head a column of a register, in letters beyond ASCII. */
const knownHeadings = (bytes: Buffer, encoding: Encoding) =>
  decoderOf(encoding)
    .write(bytes.subarray(0, 8192))
    .split(/\r\n?|\n/, 20)
    .flatMap((line) => line.split(/[,;\t|]/, 300))
    .filter((cell) => /[^\0-\x7f]/.test(cell) && fieldNamed(cell.replaceAll('"', '')) !== undefined).length;

/**
 * The encoding of a text from its head: its mark, its zero bytes, whether it is UTF-8, and else that of the encodings of our cities' old
 * spreadsheets under which the most letters are usual ones and the headings are words of registers. Of equals the first listed is taken;
 * what is none of them is taken for Windows-1252, in which every byte means something.
 */
export function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 2000);
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2]!++;
  if (zeros[1]! > looked / 8 && zeros[0]! < zeros[1]! / 4) return 'utf-16le';
  if (zeros[0]! > looked / 8 && zeros[1]! < zeros[0]! / 4) return 'utf-16be';
  try {
    // The last few bytes may be half a character.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    // Another one, then.
  }
  const from = head.findIndex((byte) => byte >= 0x80);
  const bytes = head.subarray(from < 4096 ? 0 : from - 1, from + lookedAt);
  const tried: readonly (readonly [Encoding, Letters])[] = [
    ['utf-8', lettersOfUtf8(bytes)],
    ...singles.slice(0, 1).map(([encoding, isUsual]) => [encoding, lettersOfSingles(bytes, encoding, isUsual)] as const),
    ...pairs.map(([encoding, how]) => [encoding, lettersOfPairs(bytes, how)] as const),
    ...singles.slice(1).map(([encoding, isUsual]) => [encoding, lettersOfSingles(bytes, encoding, isUsual)] as const),
  ];
  const scored = tried.map(([encoding, { total, usual, wrong }]) => ({
    encoding,
    score: (usual - 4 * wrong) / total + knownHeadings(bytes, encoding),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 0.5 ? best.encoding : 'windows-1252';
}

export interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

const mongolian: Readonly<Record<string, string>> = { Є: 'Ө', є: 'ө', Ї: 'Ү', ї: 'ү' };

/** What Microsoft's code pages are called where a standard of the same name has fewer letters: Node's own `euc-kr` knows 2,350 of 11,172 syllables. */
const codePages: Partial<Readonly<Record<Encoding, string>>> = { 'euc-kr': 'cp949', shift_jis: 'cp932' };

/**
 * Turns bytes into text as they come. Windows-1251 lacks two letters of Mongolian; offices there wrote Ө and Ү in the places of Є and Ї,
 * with fonts drawn for it, and no city of ours writes Ukrainian.
 */
export function decoderOf(encoding: Encoding): Decoder {
  if (encoding.startsWith('utf-')) {
    const decoder = new TextDecoder(encoding);
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  }
  // Its tables are large, and most files need none of them: they are brought in with the first old encoding.
  const iconv = require('iconv-lite') as typeof import('iconv-lite');
  const decoder = iconv.getDecoder(codePages[encoding] ?? encoding);
  const letters = (text: string) => (encoding === 'windows-1251' ? text.replace(/[ЄєЇї]/g, (letter) => mongolian[letter]!) : text);
  return { write: (bytes) => letters(decoder.write(bytes)), end: () => letters(decoder.end() ?? '') };
}

/** Whether letters were lost when a file was saved in an encoding that does not have them: question marks in a row stand in their place. */
export function lettersLost(headers: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const isLost = (cell: string) => /\?{2,}/.test(cell);
  return headers.some(isLost) || rows.filter((cells) => cells.some(isLost)).length > rows.length / 20;
}
