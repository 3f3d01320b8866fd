import { dirname, join, normalize } from 'node:path';
import { objectsOf } from '../areas.ts';
import { firstArgument, literalsOf, type Node, nameOf, parse, type SourceFile, walk } from '../syntax.ts';

const pathFrom = (file: string, path: string) => normalize(join(dirname(file), path));

/** The modules of screens that a file imports, of an area's index those alone whose names it takes; of those it fetches later, its part of Today and its search. */
export function screensShownBy(root: string, source: SourceFile): string[] {
  const found: string[] = [];
  const take = (value: unknown) => found.push(...literalsOf(value).map(({ text }) => pathFrom(source.file, text)));
  walk(source.tree, (node) => {
    if (node.type !== 'ImportDeclaration' || node['typeOnly']) return;
    const [from] = literalsOf(node['source']).map(({ text }) => pathFrom(source.file, text));
    if (from?.endsWith('/index.ts') && isScreen(from)) found.push(...exportedFrom(root, from, namesIn(node['specifiers'])));
    else take(node['source']);
  });
  for (const object of objectsOf(source))
    walk([object.get('today'), object.get('find')], (node) => {
      if (node.type === 'CallExpression' && (node['callee'] as Node).type === 'Import') take(firstArgument(node));
    });
  return found.filter(isScreen);
}

const isScreen = (path: string) => /^areas\/\w+\/web\/.*\.tsx?$/.test(path);
type Specifier = { readonly orig?: Node; readonly imported?: Node | null; readonly local?: Node };
/** The names that an import or export takes from where it comes from. */
const namesIn = (specifiers: unknown) =>
  new Set((specifiers as Specifier[]).map(({ orig, imported, local }) => nameOf(orig ?? imported ?? local)));

/** The modules in which an index finds what it exports under these names. */
function exportedFrom(root: string, index: string, names: ReadonlySet<string | undefined>): string[] {
  const found: string[] = [];
  walk(parse(root, index).tree, (node) => {
    if (node.type === 'ExportNamedDeclaration' && node['source'] && [...namesIn(node['specifiers'])].some((name) => names.has(name)))
      found.push(...literalsOf(node['source']).map(({ text }) => pathFrom(index, text)));
  });
  return found;
}
