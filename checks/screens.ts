import { catalogueFolders } from '../platform/http/catalogues.ts';
import { objectsOf } from './areas.ts';
import { type Fault, filesOf } from './fault.ts';
import { calleeName, firstArgument, literalsOf, type Node, nameOf, parse, type SourceFile, walk } from './syntax.ts';
import { englishCatalogues } from './words/catalogues.ts';
import { saidByHistories } from './words/events.ts';
import { ownCatalogues, patternOf, possibleKeys, splitKey } from './words/keys.ts';
import { screensShownBy } from './words/shown.ts';

/** Attributes whose text a person reads or hears. */
const spokenAttributes =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|description|errorMessage|heading|label|placeholder|title)$/;
const letters = /\p{L}/u;
/** Names that are the same in every language. */
const names = new Set(['Olle']);

const screens = (root: string) =>
  filesOf(root, '{areas/*/web,platform/ui,platform/shell,app/web}/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file));

/** What speaks besides screens: printed documents, letters, public pages. */
const documents = (root: string) =>
  filesOf(
    root,
    '{areas/*/server/{print,words,public}/*,platform/{documents,public}/*,platform/calendar/dates,platform/decider/age}.ts',
  ).filter((file) => !file.endsWith('.test.ts'));

const spoken = (text: string) => letters.test(text.replaceAll('*', '')) && !names.has(text.trim());

/** Sentences written into a screen instead of a catalogue. */
export function strayText(root: string): Fault[] {
  return screens(root)
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => {
      const source = parse(root, file);
      const faults: Fault[] = [];
      const fault = (node: Node, text: string) =>
        faults.push({
          file,
          line: source.lineOf(node),
          says: `"${text.trim()}" is written into the screen. Put it into the locales and say it with t().`,
        });
      walk(source.tree, (node) => {
        if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
          for (const child of node['children'] as Node[]) {
            if (child.type === 'JSXText' && spoken(child['value'] as string)) fault(child, child['value'] as string);
            if (child.type === 'JSXExpressionContainer')
              for (const { text, node: at } of literalsOf(child)) if (spoken(text)) fault(at, text);
          }
        }
        // What a toast says.
        if (node.type === 'CallExpression' && nameOf(node['callee']) === 'say')
          for (const { text, node: at } of literalsOf(firstArgument(node))) if (spoken(text)) fault(at, text);
        if (node.type === 'JSXAttribute' && spokenAttributes.test(attributeName(node)))
          for (const { text, node: at } of literalsOf(node['value'])) if (spoken(text)) fault(at, text);
      });
      return faults;
    });
}

function attributeName(attribute: Node): string {
  const name = attribute['name'] as Node;
  return name.type === 'JSXNamespacedName' ? `${nameOf(name['namespace'])}:${nameOf(name['name'])}` : (nameOf(name) ?? '');
}

/** Keys that a screen asks for and no catalogue has, and sentences with a gap that it does not fill. A key with a part put in must be the beginning of some. */
export function unknownKeys(root: string): Fault[] {
  const english = englishCatalogues(root);
  const has = (catalogue: string, key: string) => {
    const pattern = patternOf(key);
    return [...(english.get(catalogue)?.keys() ?? [])].some((one) => pattern.test(one));
  };
  return screens(root).flatMap((file) => {
    const source = parse(root, file);
    const own = ownCatalogues(source);
    const faults: Fault[] = [];
    const lookUp = (key: unknown, isFilled = true) => {
      for (const { text, node: at } of literalsOf(key)) {
        const [first, rest] = splitKey(text);
        // A catalogue that is put in too: nothing to look up.
        if (first.includes('*') || rest === '*') continue;
        const catalogues = first ? [first] : own;
        if (!catalogues.some((catalogue) => has(catalogue, rest)))
          faults.push({
            file,
            line: source.lineOf(at),
            says: `The key "${rest}" is in no catalogue (looked in ${catalogues.join(', ')}).`,
          });
        const sentence = catalogues.map((catalogue) => english.get(catalogue)?.get(rest)).find((one) => one !== undefined);
        if (!isFilled && sentence?.includes('{{'))
          faults.push({ file, line: source.lineOf(at), says: `"${sentence}" is said without what goes into it: give t() its values.` });
      }
    };
    walk(source.tree, (node) => {
      if (node.type === 'CallExpression' && calleeName(node['callee']) === 't')
        lookUp(firstArgument(node), (node['arguments'] as unknown[]).length > 1);
      if (node.type === 'JSXAttribute' && attributeName(node) === 'i18nKey') lookUp(node['value']);
    });
    // An entry of the menu names its words.
    for (const object of objectsOf(source)) if (object.has('to')) lookUp(object.get('words'));
    return faults;
  });
}

/** The catalogues that a screen speaks from, and that of the list parts where it uses them. */
function saidBy(source: SourceFile): Set<string> {
  const texts = possibleKeys(source);
  const ofLists = texts.some((text) => text.endsWith('platform/shell/list/index.ts')) ? ['lists'] : [];
  return new Set([...texts.map((text) => splitKey(text)[0]), ...ownCatalogues(source), ...ofLists]);
}

/** Texts from a catalogue that is not loaded with a page that uses them, itself or in parts of other areas. Today and the menu load their own. */
export function unloadedCatalogues(root: string): Fault[] {
  const catalogues = englishCatalogues(root);
  return filesOf(root, 'areas/*/web/area.ts').flatMap((file) => {
    const area = file.split('/')[1]!;
    const named = objectsOf(parse(root, file)).flatMap((object) => literalsOf(object.get('words')).map(({ text }) => text));
    const loaded = new Set(['shell', 'ui', area, ...named]);
    const shown = new Set(screens(root).filter((screen) => screen.startsWith(`areas/${area}/web/`)));
    // A set that grows while it is walked: what is shown shows more.
    for (const screen of shown) for (const next of screensShownBy(root, parse(root, screen))) shown.add(next);
    return [...shown].flatMap((screen) =>
      [...saidBy(parse(root, screen))]
        .filter((name) => catalogues.has(name) && !loaded.has(name))
        .map((name) => ({
          file: screen,
          says: `says words of ${name}, which pages of ${area} that show it do not load. Add '${name}' to words in ${file}.`,
        })),
    );
  });
}

/** Keys that a document uses with a catalogue that does not have them; one may be the beginning of others. A key without a catalogue is one of its area. */
export function unknownKeysOfDocuments(root: string): Fault[] {
  const english = englishCatalogues(root);
  return documents(root).flatMap((file) => {
    const source = parse(root, file);
    const [own = ''] = ownCatalogues(source);
    const named = possibleKeys(source)
      .map(splitKey)
      .filter(([catalogue]) => english.has(catalogue));
    const said: (readonly [string, string])[] = [];
    walk(source.tree, (node) => {
      if (node.type === 'CallExpression' && calleeName(node['callee']) === 'say')
        for (const { text } of literalsOf(firstArgument(node))) if (/^[\w-]+\./.test(text)) said.push([own, text]);
    });
    return [...named, ...said]
      .filter(([catalogue, key]) => {
        const patterns = [patternOf(key), patternOf(`${key}.*`)];
        return ![...(english.get(catalogue)?.keys() ?? [])].some((one) => patterns.some((pattern) => pattern.test(one)));
      })
      .map(([catalogue, key]) => ({ file, says: `The key "${key}" is in no catalogue (looked in ${catalogue}).` }));
  });
}

/** Texts that are translated into every language and that no screen, printed document or letter uses. Any text that could be the key counts as a use. */
export function unusedKeys(root: string): Fault[] {
  const folders = catalogueFolders(root);
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  const histories = saidByHistories(root);
  for (const file of [...screens(root), ...documents(root)])
    for (const text of possibleKeys(parse(root, file))) {
      if (text.includes('*')) patterns.push(patternOf(text));
      else exact.add(text);
    }
  return [...englishCatalogues(root)].flatMap(([name, keys]) =>
    [...keys.keys()]
      .filter((key) => name !== 'words' && !key.startsWith('problem.'))
      .filter((key) => {
        const plain = key.replace(/_(zero|one|two|few|many|other)$/, '');
        const asked = [plain, `${name}:${plain}`];
        return !asked.some((one) => exact.has(one) || histories.has(one) || patterns.some((pattern) => pattern.test(one)));
      })
      .map((key) => ({
        file: `${folders.get(name)!.slice(root.length + 1)}/en.json`,
        says: `No screen says "${key}". Say it, or take it out of every language.`,
      })),
  );
}
