import { objectsOf } from './areas.ts';
import { type Fault, filesOf } from './fault.ts';
import { allowedBy, recordsOf } from './publicApi.ts';
import { calleeName, firstArgument, literalsOf, type Node, nameOf, parse, type SourceFile, walk } from './syntax.ts';

const webFiles = (root: string) =>
  filesOf(root, '{areas/*/web,platform/shell,platform/ui,app/web}/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file));
const contractFiles = (root: string) => filesOf(root, '{areas/*,platform}/contract/**/*.ts').filter((file) => !/\.test\.ts$/.test(file));
const serverFiles = (root: string) => filesOf(root, 'areas/*/server/**/*.ts').filter((file) => !/\.test\.ts$/.test(file));

interface Way {
  readonly text: string;
  readonly node: Node;
  readonly source: SourceFile;
}

/** Whether an address, with `*` where something is put in, may mean a route or page, with `{id}` or `$id` for its parts. */
function leadsTo(address: string, way: string): boolean {
  const [asked, there] = [address.split(/[?#]/)[0]!.split('/'), way.split('/')];
  return (
    asked.length === there.length &&
    there.every((part, i) => {
      const one = asked[i]!;
      if (/^[{$]/.test(part)) return one !== '';
      return one === part || (one.includes('*') && new RegExp(`^${one.split('*').map(escaped).join('.*')}$`).test(part));
    })
  );
}
const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** All routes: those the areas state, those of each list, one that reads a record, and one for each command of each record. */
function routes(root: string): string[] {
  const stated = [...contractFiles(root), ...serverFiles(root)].flatMap((file) =>
    objectsOf(parse(root, file)).flatMap((object) => (object.has('summary') ? literalsOf(object.get('path')).map(({ text }) => text) : [])),
  );
  const commands = filesOf(root, 'areas/*/domain/index.ts').flatMap((api) =>
    recordsOf(root, api).flatMap(({ kind, commands }) =>
      Object.keys(commands).map((name) => `/api/${kind.replace('.', '/')}/{id}/${name}`),
    ),
  );
  const listed = filesOf(root, 'areas/*/domain/**/*.ts').flatMap((file) =>
    objectsOf(parse(root, file)).flatMap((object) =>
      object.has('filters') && object.has('orders')
        ? literalsOf(object.get('path')).flatMap(({ text }) => [
            text,
            ...['counts', 'views', 'many', 'file'].map((more) => `${text}/${more}`),
          ])
        : [],
    ),
  );
  const read = contractFiles(root).flatMap((file) => readRoutes(parse(root, file)));
  return [...stated, ...listed, ...read, ...commands];
}

/** What stands behind the kind of a record in the path that reads it, by what states the contract. */
const afterKind: Readonly<Record<string, string>> = { recordContract: '/{id}', singleContract: '' };

function readRoutes({ tree }: SourceFile): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const after = node.type === 'CallExpression' ? afterKind[calleeName(node['callee']) ?? ''] : undefined;
    if (after === undefined) return;
    const stated = (firstArgument(node) as Node)['properties'] as { key?: unknown; value?: unknown }[];
    const kind = stated.find(({ key }) => nameOf(key) === 'kind')?.value;
    found.push(...literalsOf(kind).map(({ text }) => `/api/${text.replace('.', '/')}${after}`));
  });
  return found;
}

/** Addresses that a screen calls and the server does not have. */
export function unknownRoutes(root: string): Fault[] {
  const known = routes(root);
  return webFiles(root).flatMap((file) => {
    const source = parse(root, file);
    const asked: Way[] = [];
    walk(source.tree, (node) => {
      if (node.type === 'StringLiteral' || node.type === 'TemplateLiteral')
        for (const { text } of literalsOf(node)) if (text.startsWith('/api/')) asked.push({ text, node, source });
    });
    return (
      asked
        // A query may be put in at the end; an address made of its parts is not one to look up.
        .filter(({ text }) => !/^\/api\/\*?($|\/\*)/.test(text) && text !== '/api/openapi.json')
        .filter(({ text }) => ![text, text.replace(/\*$/, '')].some((address) => known.some((way) => leadsTo(address, way))))
        .map(({ text, node }) => ({ file, line: source.lineOf(node), says: `The server has no route ${text}.` }))
    );
  });
}

/** Links to pages that are not there. */
export function unknownPages(root: string): Fault[] {
  const pages = new Set(['/']);
  const links: Way[] = [];
  for (const file of webFiles(root)) {
    const source = parse(root, file);
    for (const object of objectsOf(source))
      for (const { text } of literalsOf(object.get('path'))) if (!text.startsWith('/api')) pages.add(text);
    const link = (value: unknown) => {
      for (const { text, node } of literalsOf(value)) if (text.startsWith('/')) links.push({ text, node, source });
    };
    for (const object of objectsOf(source)) link(object.get('to'));
    walk(source.tree, (node) => {
      if (node.type === 'JSXAttribute' && nameOf(node['name']) === 'to') link(node['value']);
      // The frame's own pages are made by a function of that name.
      if (node.type === 'CallExpression' && nameOf(node['callee']) === 'page')
        for (const { text } of literalsOf(firstArgument(node))) pages.add(text);
    });
  }
  return links
    .filter(({ text }) => ![...pages].some((page) => leadsTo(text, page)))
    .map(({ text, node, source }) => ({ file: source.file, line: source.lineOf(node), says: `There is no page ${text}.` }));
}

/** Permissions that a screen or a route asks for and that no policy ever gives. */
export function unknownPermissions(root: string): Fault[] {
  const allowed = new Set(filesOf(root, 'areas/*/domain/index.ts').flatMap((api) => [...allowedBy(root, api)]));
  return [...webFiles(root), ...contractFiles(root), ...serverFiles(root)].flatMap((file) => {
    const source = parse(root, file);
    const asked: (readonly [action: unknown, kind: unknown])[] = [];
    for (const object of objectsOf(source)) {
      const may = object.get('may') as Node | undefined;
      const [action, kind] = may?.type === 'ArrayExpression' ? (may['elements'] as { expression: unknown }[]) : [];
      if (action && kind) asked.push([action.expression, kind.expression]);
    }
    walk(source.tree, (node) => {
      if (node.type !== 'CallExpression' || calleeName(node['callee']) !== 'may') return;
      const [action, kind] = node['arguments'] as { expression: unknown }[];
      if (action && kind) asked.push([action.expression, kind.expression]);
    });
    return asked.flatMap(([actions, kinds]) =>
      literalsOf(kinds).flatMap(({ text: kind, node }) =>
        literalsOf(actions)
          .filter(({ text: action }) => !allowed.has(`${action} ${kind}`))
          .map(({ text: action }) => ({
            file,
            line: source.lineOf(node),
            says: `Nobody may ever "${action}" a ${kind}: no policy says so.`,
          })),
      ),
    );
  });
}
