import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../platform/decider/index.ts';
import { catalogueFolders, readCatalogue, sharedWord, type Tree } from '../../platform/http/catalogues.ts';
import { type Fault, filesOf } from '../fault.ts';
import { calleeName, firstArgument, literalsOf, parse, walk } from '../syntax.ts';

/** The sentences of a catalogue by key, its levels joined by dots. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

const scripts: Readonly<Record<string, RegExp>> = { ko: /\p{Script=Hangul}/u, ne: /\p{Script=Devanagari}/u, ur: /\p{Script=Arabic}/u };
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join(', ');
const withoutPlaceholders = (text: string) => text.replace(/\{\{[^}]*\}\}/g, '');

/** The English sentences of every catalogue: name of the area or platform part → key → sentence. */
export function englishCatalogues(root: string): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  for (const [name, folder] of catalogueFolders(root)) {
    if (existsSync(join(folder, 'en.json'))) all.set(name, flatten(readCatalogue(folder, 'en')));
  }
  return all;
}

/** The folder of a catalogue, as faults name it. */
export const folderOf = (root: string, name: string): string =>
  catalogueFolders(root)
    .get(name)!
    .slice(root.length + 1);

/** Every language has the same keys and placeholders. */
export function languagesAgree(root: string): Fault[] {
  const faults: Fault[] = [];
  for (const [name, english] of englishCatalogues(root)) {
    const folder = folderOf(root, name);
    for (const [key, text] of english) if (!text.trim()) faults.push({ file: `${folder}/en.json`, says: `"${key}" is empty.` });
    for (const language of languages) {
      if (language === 'en') continue;
      const file = `${folder}/${language}.json`;
      if (!existsSync(join(root, file))) {
        faults.push({ file, says: 'is missing. Every catalogue speaks every language.' });
        continue;
      }
      const texts = flatten(readCatalogue(join(root, folder), language));
      for (const key of texts.keys()) if (!english.has(key)) faults.push({ file, says: `"${key}" is not in en.json.` });
      for (const [key, original] of english) {
        const text = texts.get(key);
        if (text === undefined) faults.push({ file, says: `"${key}" is missing.` });
        else if (!text.trim()) faults.push({ file, says: `"${key}" is empty.` });
        else if (placeholders(text) !== placeholders(original))
          faults.push({ file, says: `"${key}" names {{${placeholders(text)}}}; en.json names {{${placeholders(original)}}}.` });
        else if (/\p{L}+\s+\p{L}+/u.test(withoutPlaceholders(original)) && !scripts[language]!.test(text))
          faults.push({ file, says: `"${key}" is not translated.` });
      }
    }
  }
  return faults;
}

/** In how many areas a text may be the same in every language before it must be shared. */
const mostAlike = 1;

/** Texts that several areas have in common in every language are in `platform/words`, and only those. */
export function sharedWords(root: string): Fault[] {
  const words = join(root, 'platform', 'words', 'locales');
  const known = new Set(Object.keys(readCatalogue(words, 'en')));
  const faults: Fault[] = [];
  const says = new Map<string, Set<string>>();
  const alike = new Map<string, { readonly file: string; readonly key: string }[]>();
  for (const [name, folder] of catalogueFolders(root)) {
    if (!folder.startsWith(join(root, 'areas'))) continue;
    const file = `${folder.slice(root.length + 1)}/en.json`;
    const written = languages.map((language) => flatten(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Tree));
    for (const [key, text] of written[0]!) {
      const word = sharedWord.exec(text)?.[1];
      if (word === undefined) {
        const texts = written.map((one) => one.get(key)).join('\n');
        alike.set(texts, [...(alike.get(texts) ?? []), { file, key }]);
      } else if (!known.has(word) || written.some((one) => one.get(key) !== text))
        faults.push({ file, says: `"${key}" is ${text}, which must be among the words of platform/words and the same in every language.` });
      else says.set(word, (says.get(word) ?? new Set()).add(name));
    }
  }
  for (const [text, places] of alike) {
    const areas = new Set(places.map(({ file }) => file));
    const [{ file, key }] = places as [{ readonly file: string; readonly key: string }];
    if (areas.size > mostAlike)
      faults.push({
        file,
        says: `"${key}" is "${text.split('\n')[0]}" in ${areas.size} areas and in every language. Put it into platform/words, and "$words.…" here.`,
      });
  }
  for (const word of known)
    if ((says.get(word)?.size ?? 0) < 2)
      faults.push({
        file: 'platform/words/locales/en.json',
        says: `"${word}" is not said by several areas. Let it stand in the one that says it.`,
      });
  return faults;
}

/** Every refusal has a status and a sentence. */
export function problemsSpeak(root: string): Fault[] {
  const faults: Fault[] = [];
  const english = englishCatalogues(root);
  const tables = [
    ...filesOf(root, 'areas/*/domain/problems.ts'),
    'platform/attachments/problems.ts',
    'platform/http/problem.ts',
    'platform/ledger/problems.ts',
    'platform/lists/problems.ts',
  ];
  const known = new Set<string>();
  for (const file of tables) {
    walk(parse(root, file).tree, (node) => {
      if (node.type !== 'ObjectExpression') return;
      for (const { text: code } of (node['properties'] as { key?: unknown }[]).flatMap(({ key }) => literalsOf(key))) {
        known.add(code);
        const [area, ...rest] = code.split('.');
        if (!english.get(area!)?.has(`problem.${rest.join('.')}`))
          faults.push({ file, says: `${code} has no sentence: add problem.${rest.join('.')} to the catalogues of ${area}.` });
      }
    });
  }
  for (const file of filesOf(root, '{app,areas,platform}/**/*.ts').filter((one) => !/\.test\.ts$|\.d\.ts$/.test(one))) {
    const source = parse(root, file);
    walk(source.tree, (node) => {
      if (node.type !== 'CallExpression' || calleeName(node['callee']) !== 'refuse') return;
      for (const { text, node: at } of literalsOf(firstArgument(node)))
        if (!known.has(text))
          faults.push({
            file,
            line: source.lineOf(at),
            says: `${text} is in no table of problems. Add it to domain/problems.ts with a status.`,
          });
    });
  }
  return faults;
}

const glossary = 'docs/glossary.md';

/** Terms that the glossary rules out, each with the one to use. Text in brackets in the table is an explanation. */
function ruledOut(root: string): { readonly pattern: RegExp; readonly term: string; readonly use: string }[] {
  if (!existsSync(join(root, glossary))) return [];
  const rows = readFileSync(join(root, glossary), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  return rows.slice(2).flatMap((row) => {
    const [, , use = '', , , , not = ''] = row.split('|').map((cell) => cell.trim());
    return not
      .replace(/\([^)]*\)/g, '')
      .split(',')
      .map((term) => term.trim())
      .filter((term) => term !== '')
      .map((term) => ({ pattern: new RegExp(`\\b${term}\\b`, 'i'), term, use }));
  });
}

/** Sentences that use another term than the glossary's. */
export function otherTerms(root: string): Fault[] {
  const terms = ruledOut(root);
  const folders = catalogueFolders(root);
  return [...englishCatalogues(root)].flatMap(([name, sentences]) =>
    [...sentences].flatMap(([key, sentence]) =>
      terms
        .filter(({ pattern }) => pattern.test(sentence))
        .map(({ term, use }) => ({
          file: `${folders.get(name)!.slice(root.length + 1)}/en.json`,
          says: `"${key}" says "${term}"; the glossary has "${use}".`,
        })),
    ),
  );
}
