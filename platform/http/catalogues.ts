import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages, type Params } from '../decider/index.ts';

export type Tree = { readonly [key: string]: string | Tree };

const shared = join(import.meta.dirname, '..', 'words', 'locales');
/** `$words.ward` in a catalogue: the text that several areas say alike, from the words they share. */
export const sharedWord = /^\$words\.([\w-]+)$/;

const parsed = (folder: string, language: string) => JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Tree;

/** A catalogue in a language, with the words that it shares with others. */
export function readCatalogue(folder: string, language: string): Tree {
  const words = parsed(shared, language);
  const filled = (tree: Tree): Tree =>
    Object.fromEntries(
      Object.entries(tree).map(([key, text]) => [
        key,
        typeof text === 'string' ? (words[sharedWord.exec(text)?.[1] ?? ''] ?? text) : filled(text),
      ]),
    );
  return filled(parsed(folder, language));
}

/** The sentences of the product in every language, from the `locales` folder of each area. */
export class Catalogues {
  readonly #texts = new Map<string, Tree>();

  /** @param folders name → the folder that holds `en.json`, `ko.json`, … */
  constructor(folders: ReadonlyMap<string, string>) {
    for (const [name, folder] of folders) {
      for (const language of languages) {
        if (existsSync(join(folder, `${language}.json`))) this.#texts.set(`${language}/${name}`, readCatalogue(folder, language));
      }
    }
  }

  /** The text under a key (dots lead into the tree, a key with dots is tried whole first), with `{{name}}` filled in; `context` chooses the sentence `<key>_<context>` where there is one, and the number `count` that of its plural. The key itself where no language has it. */
  say(language: string, name: string, key: string, params: Params = {}): string {
    const { context, count } = params;
    const variants = (of: string) => [
      ...(context === undefined ? [] : [`${key}_${context}`]),
      ...(typeof count === 'number' ? [`${key}_${new Intl.PluralRules(of).select(count)}`, `${key}_other`] : []),
      key,
    ];
    const find = (of: string) => variants(of).reduce<string | undefined>((found, one) => found ?? this.#find(of, name, one), undefined);
    const text = find(language) ?? find('en') ?? `${name}:${key}`;
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, param: string) => String(params[param] ?? whole));
  }

  #find(language: string, name: string, key: string): string | undefined {
    let node: string | Tree | undefined = this.#texts.get(`${language}/${name}`);
    if (typeof node === 'object' && typeof node[key] === 'string') return node[key];
    for (const step of key.split('.')) node = typeof node === 'object' ? node[step] : undefined;
    return typeof node === 'string' ? node : undefined;
  }
}

/** The folders of catalogues in a checkout: every area's, and those of the platform that speak. */
export function catalogueFolders(root: string): Map<string, string> {
  const folders = new Map<string, string>();
  for (const area of readdirSync(join(root, 'areas'))) folders.set(area, join(root, 'areas', area, 'locales'));
  for (const part of ['attachments', 'documents', 'http', 'ledger', 'lists', 'public', 'shell', 'ui', 'words'])
    folders.set(part, join(root, 'platform', part, 'locales'));
  return folders;
}

/** The best of our languages for an Accept-Language header. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { tag: tag.toLowerCase().split('-')[0]!, quality: Number(quality ?? 1) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  return (wanted.find(({ tag }) => (languages as readonly string[]).includes(tag))?.tag as Language | undefined) ?? 'en';
}
