import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, filesOf } from './fault.ts';
import { literalsOf, nameOf, parse, type SourceFile, walk } from './syntax.ts';

/** Addresses outside `/api/<area>/`, and why. */
const otherPrefixes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accounts: { '/api/session': 'the session a browser has, before and beside any account' },
  office: { '/calendar': 'what a person’s own calendar takes: no browser and no session' },
};

const everyArea = ['domain/index.ts', 'domain/policy.ts', 'domain/problems.ts', 'server/area.ts', 'locales/en.json', 'README.md'];

/** The areas of a checkout: the folders of `areas/`. */
export const areaNames = (root: string): string[] =>
  readdirSync(join(root, 'areas')).filter((name) => statSync(join(root, 'areas', name)).isDirectory());

/** One word names an area everywhere: its folder, its records, routes, views, tables and jobs, and what it registers with the server. */
export function areaNaming(root: string): Fault[] {
  return areaNames(root).flatMap((area) => [
    ...everyArea
      .filter((part) => !existsSync(join(root, 'areas', area, part)))
      .map((part) => ({ file: `areas/${area}`, says: `has no ${part}. Every area has one.` })),
    ...filesOf(root, `areas/${area}/{contract,domain,server,web}/**/*.{ts,tsx}`)
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .flatMap((file) => misnamed(area, parse(root, file))),
  ]);
}

/** The objects of a file: the value of each property written out in them. */
export function objectsOf(source: SourceFile): ReadonlyMap<string, unknown>[] {
  const found: ReadonlyMap<string, unknown>[] = [];
  walk(source.tree, (node) => {
    if (node.type !== 'ObjectExpression') return;
    const properties = new Map<string, unknown>();
    for (const property of node['properties'] as { type: string; key?: unknown; value?: unknown }[]) {
      const name = nameOf(property.key) ?? nameOf(property);
      if (name) properties.set(name, property.value);
    }
    found.push(properties);
  });
  return found;
}

function misnamed(area: string, source: SourceFile): Fault[] {
  const faults: Fault[] = [];
  const check = (value: unknown, holds: (text: string) => boolean, says: (text: string) => string) => {
    for (const { text, node } of literalsOf(value))
      if (!holds(text)) faults.push({ file: source.file, line: source.lineOf(node), says: says(text) });
  };
  const ofArea = (what: string) => (text: string) => `${what} ${text} must begin with its area's name: ${area}.`;
  const prefixes = [`/api/${area}`, ...Object.keys(otherPrefixes[area] ?? {})];
  for (const object of objectsOf(source)) {
    if (object.has('events') && object.has('commands'))
      check(object.get('kind'), (text) => text.startsWith(`${area}.`), ofArea('The record kind'));
    if ((object.has('records') && object.has('policy')) || (object.has('name') && object.has('pages')))
      check(
        object.get('name'),
        (text) => text === area,
        (text) => `The area of the folder ${area} calls itself ${text}. One name everywhere.`,
      );
    if ((object.has('method') && object.has('may')) || (object.has('filters') && object.has('orders')))
      check(
        object.get('path'),
        (text) => prefixes.some((prefix) => text === prefix || text.startsWith(`${prefix}/`)),
        (text) => `The route ${text} must begin with /api/${area}/.`,
      );
    if (object.has('path') && object.has('load'))
      check(
        object.get('path'),
        (text) => text === `/${area}` || text.startsWith(`/${area}/`),
        (text) => `The page ${text} must begin with /${area}.`,
      );
    if (object.has('ddl')) {
      check(object.get('name'), (text) => text.startsWith(`${area}.`), ofArea('The view'));
      check(object.get('tables'), (text) => text.startsWith(`${area}_`), ofArea('The table'));
    }
    if (object.has('name') && object.has('run')) check(object.get('name'), (text) => text.startsWith(`${area}.`), ofArea('The job'));
  }
  return faults;
}
