import { catalogueFolders } from '../platform/http/catalogues.ts';
import { objectsOf } from './areas.ts';
import { englishCatalogues } from './catalogues.ts';
import { type Fault, filesOf } from './fault.ts';
import { calleeName, firstArgument, literalsOf, type Node, nameOf, parse, type SourceFile, walk } from './syntax.ts';

/** Attributes whose text a person reads or hears. */
const spokenAttributes =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|alt|description|errorMessage|heading|label|placeholder|title)$/;
const letters = /\p{L}/u;
/** Names that are the same in every language. */
const names = new Set(['Olle']);

const screens = (root: string) =>
  filesOf(root, '{areas/*/web,platform/ui,platform/shell,app/web}/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file));

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

/** The catalogue that a file speaks from where a key names none. */
function ownCatalogues(source: SourceFile): string[] {
  const named: string[] = [];
  walk(source.tree, (node) => {
    if (node.type === 'CallExpression' && ['useTranslation', 'getFixedT'].includes(calleeName(node['callee']) ?? ''))
      named.push(...literalsOf(firstArgument(node)).map(({ text }) => text));
  });
  const [, area] = /^(?:areas|platform)\/(\w+)\//.exec(source.file) ?? [];
  return named.length > 0 ? named : [area ?? 'shell'];
}

/** A key as a pattern: `*` stands for a part that is put in, and a plural may follow. */
const patternOf = (key: string) =>
  new RegExp(`^${key.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.+')}(_(zero|one|two|few|many|other))?$`); // biome-ignore format: one thought

/** Keys that a screen asks for and no catalogue has. A key with a part put in must be the beginning of some. */
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
    const lookUp = (key: unknown) => {
      for (const { text, node: at } of literalsOf(key)) {
        const [first, rest] = text.includes(':') ? [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)] : ['', text];
        // A catalogue that is put in too: nothing to look up.
        if (first.includes('*') || rest === '*') continue;
        const catalogues = first ? [first] : own;
        if (!catalogues.some((catalogue) => has(catalogue, rest)))
          faults.push({
            file,
            line: source.lineOf(at),
            says: `The key "${rest}" is in no catalogue (looked in ${catalogues.join(', ')}).`,
          });
      }
    };
    walk(source.tree, (node) => {
      if (node.type === 'CallExpression' && calleeName(node['callee']) === 't') lookUp(firstArgument(node));
      if (node.type === 'JSXAttribute' && attributeName(node) === 'i18nKey') lookUp(node['value']);
    });
    // An entry of the menu names its words.
    for (const object of objectsOf(source)) if (object.has('to')) lookUp(object.get('words'));
    return faults;
  });
}

/** Sentences that are translated into every language and that no screen, printed document or letter says. Any text that could be the key counts as saying it. */
export function unusedKeys(root: string): Fault[] {
  const folders = catalogueFolders(root);
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of [...screens(root), ...filesOf(root, 'areas/*/server/{print,words}/*.ts')])
    walk(parse(root, file).tree, (node) => {
      if (!['StringLiteral', 'TemplateLiteral', 'BinaryExpression'].includes(node.type)) return;
      for (const { text } of literalsOf(node)) {
        if (!text.includes('*')) exact.add(text);
        else if (/[a-z]/.test(text) && text.length < 60) patterns.push(patternOf(text));
      }
    });
  return [...englishCatalogues(root)].flatMap(([name, keys]) =>
    [...keys.keys()]
      .filter((key) => !key.startsWith('problem.'))
      .filter((key) => {
        const plain = key.replace(/_(zero|one|two|few|many|other)$/, '');
        const asked = [plain, `${name}:${plain}`];
        return !asked.some((one) => exact.has(one) || patterns.some((pattern) => pattern.test(one)));
      })
      .map((key) => ({
        file: `${folders.get(name)!.slice(root.length + 1)}/en.json`,
        says: `No screen says "${key}". Say it, or take it out of every language.`,
      })),
  );
}
