import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { catalogueFolders } from '../platform/http/catalogues.ts';
import { fontsOfPublicPages } from '../platform/public/page.ts';
import { root } from './compose.ts';
import type { WebFont } from './web/webFont.ts';

const virtual = 'virtual:fonts';
/** The family of these fonts in `tokens.css`. The two ways of writing Arabic letters have families of their own: which of them is fetched goes by the language of the page. */
const family = 'Olle';
const naskh = 'Olle Naskh';
const nastaliq = 'Olle Nastaliq';

type Range = readonly [first: number, last: number];

interface Font {
  readonly family: string;
  /** Names under which a device may have the font already, or one as good. */
  readonly local: readonly string[];
  readonly parts: readonly { readonly bytes: Uint8Array; readonly ranges: readonly Range[] }[];
}

interface Script {
  /** Finds text of the script. */
  readonly text: RegExp;
  readonly fonts: () => Promise<readonly Font[]>;
}

const inModules = (...path: string[]) => readFileSync(join(root, 'node_modules', ...path));
const rangesOf = (text: string): Range[] =>
  text.split(',').map((range) => {
    const [first, last] = range.replace('U+', '').split('-') as [string, string?];
    return [Number.parseInt(first, 16), Number.parseInt(last ?? first, 16)];
  });
const hex = (code: number) => code.toString(16);
const textOf = (ranges: readonly Range[]) =>
  ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(',');

/** The ranges of characters, given in ascending order. */
function asRanges(codes: readonly number[]): Range[] {
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const open = ranges.at(-1);
    if (open?.[1] === code - 1) open[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

/** A font of a script that is small enough to be sent whole. */
function whole(name: string, subset: string, { local = [], as = family }: { local?: readonly string[]; as?: string } = {}): Font {
  const folder = `noto-${name}`;
  const of = (file: string) => JSON.parse(inModules('@fontsource', folder, file).toString('utf8'));
  const known: string = of('metadata.json').family;
  return {
    family: as,
    local: [known, `${known.replaceAll(' ', '')}-Regular`, ...local],
    parts: [
      {
        bytes: inModules('@fontsource', folder, 'files', `${folder}-${subset}-400-normal.woff2`),
        ranges: rangesOf(of('unicode.json')[subset]),
      },
    ],
  };
}

/** The parts of a font of many characters, those together that are often read together; `takes` says which characters are wanted. */
function slices(name: string, local: readonly string[], takes: (character: string) => boolean): Font {
  const folder = `noto-sans-${name}`;
  const all: Record<string, string> = JSON.parse(inModules('@fontsource-variable', folder, 'unicode.json').toString('utf8'));
  const parts = Object.entries(all).flatMap(([slice, text]) => {
    const codes = rangesOf(text).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => first + n));
    const ranges = asRanges(codes.filter((code) => takes(String.fromCodePoint(code))));
    if (ranges.length === 0) return [];
    const file = `${folder}-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`;
    return [{ bytes: inModules('@fontsource-variable', folder, 'files', file), ranges }];
  });
  return { family, local, parts };
}

/** A part of a font that documents are printed with. */
async function partOf(name: string, file: string, characters: readonly string[], local: readonly string[]): Promise<Font> {
  const font = inModules('@expo-google-fonts', name, '400Regular', `${file}_400Regular.ttf`);
  const codes = characters.map((character) => character.codePointAt(0)!).sort((a, b) => a - b);
  const bytes = await subsetFont(font, characters.join(''), { targetFormat: 'woff2' });
  return { family, local, parts: [{ bytes, ranges: asRanges(codes) }] };
}

/** The syllables of the product's Korean texts: one part with them is a tenth of the slices that they are in. */
const ownSyllables = [
  ...new Set(
    [...catalogueFolders(root).values()].flatMap((folder) => readFileSync(join(folder, 'ko.json'), 'utf8').match(/[가-힣]/g) ?? []),
  ),
].sort();
const korean = [
  'Noto Sans CJK KR',
  'NotoSansCJKkr-Regular',
  'Noto Sans KR',
  'Malgun Gothic',
  'Apple SD Gothic Neo',
  'AppleSDGothicNeo-Regular',
];
const chinese = ['Noto Sans CJK TC', 'NotoSansCJKtc-Regular', 'Noto Sans TC', 'Microsoft JhengHei', 'PingFang TC', 'PingFangTC-Regular'];
const otherHangul = new RegExp(`(?![${ownSyllables.join('')}])[ㄱ-ㆎ가-힣]`);
const cyrillic = Array.from({ length: 0x130 }, (_, n) => String.fromCodePoint(0x400 + n));

/** The scripts of the languages that the product speaks, and of the names in cities' registers. */
const scripts: Readonly<Record<string, Script>> = {
  arabic: {
    text: /[\u0600-\u06FF\u0750-\u077F]/,
    fonts: async () => [
      whole('naskh-arabic', 'arabic', { local: ['Noto Sans Arabic', 'NotoSansArabic-Regular'], as: naskh }),
      whole('nastaliq-urdu', 'arabic', { local: ['Urdu Typesetting'], as: nastaliq }),
    ],
  },
  cyrillic: {
    text: /[\u0400-\u052F]/,
    fonts: async () => [
      await partOf('noto-sans', 'NotoSans', cyrillic, ['Noto Sans', 'Roboto', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', 'Arial']),
    ],
  },
  devanagari: {
    text: /[\u0900-\u097F]/,
    fonts: async () => [whole('sans-devanagari', 'devanagari', { local: ['Nirmala UI', 'Kohinoor Devanagari'] })],
  },
  khmer: { text: /[\u1780-\u17FF]/, fonts: async () => [whole('sans-khmer', 'khmer', { local: ['Khmer UI'] })] },
  sinhala: { text: /[\u0D80-\u0DFF]/, fonts: async () => [whole('sans-sinhala', 'sinhala', { local: ['Nirmala UI'] })] },
  tamil: { text: /[\u0B80-\u0BFF]/, fonts: async () => [whole('sans-tamil', 'tamil', { local: ['Nirmala UI'] })] },
  thai: { text: /[\u0E00-\u0E7F]/, fonts: async () => [whole('sans-thai', 'thai', { local: ['Leelawadee UI'] })] },
  hangul: { text: /[가-힣]/, fonts: async () => [await partOf('noto-sans-kr', 'NotoSansKR', ownSyllables, korean)] },
  'other-hangul': { text: otherHangul, fonts: async () => [slices('kr', korean, (character) => otherHangul.test(character))] },
  han: { text: /\p{Script=Han}/u, fonts: async () => [slices('tc', chinese, (character) => /\p{Script=Han}/u.test(character))] },
};

/** A font as the browser takes it; its files go beside the others of the app. */
const sent = (script: string, { family, local, parts }: Font, keep: (file: string, bytes: Uint8Array) => void): WebFont => ({
  family,
  local: local.map((name) => `local("${name}")`).join(','),
  parts: parts.map(({ bytes, ranges }) => {
    const file = `assets/font-${script}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.woff2`;
    keep(file, bytes);
    return { source: `url("/${file}")`, unicodeRange: textOf(ranges) };
  }),
});

/** The scripts of the product's own languages beside Latin; of Hangul the range is said as a whole, which is shorter than that of each syllable. */
const ownScripts: Readonly<Record<string, string | undefined>> = { hangul: 'U+AC00-D7A3', devanagari: undefined, arabic: undefined };

/** These as style, for pages without scripts. A device with a font of its own fetches nothing. */
async function styleOfOwn(keep: (file: string, bytes: Uint8Array) => void): Promise<string> {
  const faces: string[] = [];
  for (const [script, range] of Object.entries(ownScripts))
    for (const font of await scripts[script]!.fonts()) {
      const { family, local, parts } = sent(script, font, keep);
      for (const { source, unicodeRange } of parts)
        faces.push(`@font-face{font-family:"${family}";src:${local},${source};unicode-range:${range ?? unicodeRange};font-display:swap}`);
    }
  return faces.join('\n');
}

/** `virtual:fonts`: by script how its text is recognised and its fonts, so that a page fetches those of the text that is on it. */
export const webFonts: Plugin = {
  name: 'fonts',
  resolveId: (id) => (id.startsWith(virtual) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${virtual}`)) return undefined;
    const script = id.split('/font-')[1];
    if (script === undefined) {
      const each = Object.entries(scripts).map(
        ([name, { text }]) => `{ text: ${text}, fonts: async () => (await import('${virtual}/font-${name}')).default }`,
      );
      return `export const scripts = [${each.join(', ')}];`;
    }
    const fonts = await scripts[script]!.fonts();
    const keep = (fileName: string, source: Uint8Array) => this.emitFile({ type: 'asset', fileName, source });
    return `export default ${JSON.stringify(fonts.map((font) => sent(script, font, keep)))};`;
  },
  async generateBundle() {
    const keep = (fileName: string, source: Uint8Array | string) => this.emitFile({ type: 'asset', fileName, source });
    keep(fontsOfPublicPages, await styleOfOwn(keep));
  },
};
