import { dirname, join, normalize } from 'node:path';
import { type Fault, filesOf } from '../fault.ts';
import { type Node, nameOf, parse, walk } from '../syntax.ts';

const publicFile = /^areas\/(\w+)\/(domain\/index|contract\/index|server\/readers|web\/index)\.ts$/;
const statements = ['ImportDeclaration', 'ExportNamedDeclaration'];
const isTest = (file: string) => /\.test\.tsx?$|(^|\/)testing\.ts$/.test(file);

/** A name that the public API of an area exports. */
export interface PublicName {
  readonly file: string;
  readonly name: string;
  /** Files outside its folder that import it; tests only where nothing else does. */
  readonly users: readonly string[];
}

const asText = (node: unknown): string | undefined => nameOf(node) ?? ((node as Node | undefined)?.['value'] as string | undefined);

/** The names that a file exports by name. What it passes on whole (`export *`) names nothing. */
function exportedNames(root: string, file: string): string[] {
  return (parse(root, file).tree['body'] as Node[]).flatMap((node) => {
    if (node.type === 'ExportNamedDeclaration')
      return (node['specifiers'] as Node[]).flatMap((one) => asText(one['exported'] ?? one['orig'] ?? one['name']) ?? []);
    if (node.type !== 'ExportDeclaration') return [];
    const declared = node['declaration'] as Node & { readonly declarations?: readonly Node[] };
    return [declared, ...(declared.declarations ?? [])].flatMap((one) => nameOf(one['identifier'] ?? one['id']) ?? []);
  });
}

/** Every name in the public APIs of the areas, and who uses it. */
export function publicNames(root: string): PublicName[] {
  const users = new Map<string, string[]>();
  for (const file of filesOf(root, '{app,areas,bench,checks,demo,e2e,platform}/**/*.{ts,tsx}')) {
    if (file.endsWith('.d.ts')) continue;
    const { tree } = parse(root, file);
    const note = (name: string, from: string) => users.set(`${from} ${name}`, [...(users.get(`${from} ${name}`) ?? []), file]);
    for (const node of tree['body'] as Node[]) {
      const from = (node['source'] as Node | null | undefined)?.['value'];
      if (!statements.includes(node.type) || typeof from !== 'string' || !from.startsWith('.')) continue;
      const target = normalize(join(dirname(file), from));
      if (!publicFile.test(target) || file.startsWith(`${dirname(target)}/`)) continue;
      for (const one of node['specifiers'] as Node[]) {
        if (one.type === 'ImportSpecifier') note(asText(one['imported']) ?? asText(one['local'])!, target);
        else if (one.type === 'ExportSpecifier') note(asText(one['orig'])!, target);
        else if (one.type === 'ImportNamespaceSpecifier') for (const name of membersOf(tree, asText(one['local'])!)) note(name, target);
      }
    }
  }
  return filesOf(root, 'areas/*/{domain/index,contract/index,server/readers,web/index}.ts').flatMap((file) =>
    exportedNames(root, file).map((name) => {
      const all = users.get(`${file} ${name}`) ?? [];
      const productive = all.filter((user) => !isTest(user));
      return { file, name, users: productive.length > 0 ? productive : all };
    }),
  );
}

/** What is taken of a namespace: `contract.listNames` and, in types, `typeof contract.listNames`. */
function membersOf(tree: Node, namespace: string): ReadonlySet<string> {
  const members = new Set<string>();
  walk(tree, (node) => {
    if (node.type === 'MemberExpression' && nameOf(node['object']) === namespace) members.add(nameOf(node['property']) ?? '');
    if (node.type === 'TsQualifiedName' && nameOf(node['left']) === namespace) members.add(nameOf(node['right']) ?? '');
  });
  return members;
}

/** The checks and the matrix look through these in every domain. */
const foundByKind = /^(policy|problems|\w+Record)$/;

/**
 * Names in a public API that nobody needs. A domain is imported by its own server and pages too; readers and parts of pages are for other
 * areas alone. Contracts are exported whole, for clients.
 */
export const unusedExports = (root: string): Fault[] =>
  publicNames(root)
    .filter(({ file, name, users }) => {
      if (file.endsWith('/contract/index.ts') || (file.endsWith('/domain/index.ts') && foundByKind.test(name))) return false;
      const [area] = /^areas\/\w+\//.exec(file)!;
      return !users.some((user) => file.endsWith('/domain/index.ts') || !user.startsWith(area));
    })
    .map(({ file, name }) => ({ file, says: `exports ${name}, which nobody outside uses. Take it out of the public API.` }));
