import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { StatedGrant } from '../platform/decider/index.ts';
import type { ServerArea } from '../platform/http/area.ts';
import type { AnyRecord } from '../platform/ledger/registry.ts';
import { areaNames, objectsOf } from './areas.ts';
import { type PublicName, publicNames } from './boundaries/exports.ts';
import { keptOutsideOfViews } from './boundaries/tables.ts';
import { type Fault, filesOf } from './fault.ts';
import { literalsOf, parse } from './syntax.ts';

const require = createRequire(import.meta.url);
const begin = '<!-- From here on made from the code by `node bin/olle.mjs cards`. -->';

const code = (text: string) => `\`${text}\``;
const list = (names: readonly string[], none = '–') => names.map(code).join(', ') || none;
const plainList = (names: readonly string[], none = '–') => names.join(', ') || none;
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
/** A table; nothing where it has no rows. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.length === 0 ? '' : [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const section = (title: string, ...text: readonly string[]) => (text.some(Boolean) ? [`## ${title}`, ...text.filter(Boolean)] : []);

const whenOf = ({ in: when }: AnyRecord['commands'][string]) => (typeof when === 'string' ? when : when.join(', '));

function recordText({ kind, commands, events }: AnyRecord, grants: readonly StatedGrant[]): string[] {
  const own = grants.filter((grant) => grant.kind === kind);
  return [
    `### ${code(kind)}`,
    table(
      ['grant', 'roles', 'a city may add', 'acts besides commands'],
      own.map((grant) => [
        `${grant.key.split('/')[1]}${grant.where ? ' (of some records)' : ''}`,
        `${plainList(grant.roles)}${grant.fixed ? ' (fixed)' : ''}`,
        plainList(grant.mayAlso ?? []),
        list(grant.actions.filter((action) => !(action in commands))),
      ]),
    ),
    table(
      ['command', 'in', 'by', 'what it does'],
      Object.entries(commands).map(([name, one]) => [code(name), whenOf(one), plainList([one.by].flat()), one.summary]),
    ),
    `Events: ${list(Object.keys(events))}.`,
  ].filter(Boolean);
}

/** The pages that an area's `web/area.ts` names, with what one must be allowed to do to see each. */
function pagesOf(root: string, area: string): (readonly [path: string, may: string])[] {
  const file = `areas/${area}/web/area.ts`;
  if (!existsSync(join(root, file))) return [];
  return objectsOf(parse(root, file)).flatMap((object) =>
    object.has('load')
      ? literalsOf(object.get('path')).map(
          ({ text }) =>
            [
              text,
              literalsOf(object.get('may'))
                .map(({ text: may }) => may)
                .join(' '),
            ] as const,
        )
      : [],
  );
}

function tasksOf(root: string, area: string): (readonly [kind: string, page: string])[] {
  return filesOf(root, `areas/${area}/domain/taskPages.ts`).flatMap((file) => {
    const { taskPages } = require(join(root, file)) as { taskPages: Readonly<Record<string, string | null>> };
    return Object.entries(taskPages).map(([kind, page]) => [kind, page ?? 'the case itself'] as const);
  });
}

/** Who uses a name, in one word each: areas, or the part of the project. */
const usersOf = ({ users }: PublicName, area: string) =>
  [...new Set(users.map((user) => (user.startsWith('areas/') ? user.split('/')[1]! : user.split('/')[0]!)))].filter(
    (user) => user !== area,
  );

function exportText(names: readonly PublicName[], area: string): string {
  const rows = names
    .filter((one) => !one.file.endsWith('/contract/index.ts') && usersOf(one, area).length > 0)
    .map((one) => [code(one.file.split('/').slice(2).join('/')), code(one.name), plainList(usersOf(one, area).sort())]);
  return rows.length === 0 ? '' : table(['from', 'name', 'used by'], rows);
}

/** What the code says of an area: the part of its card below the line that begins it. */
function generated(root: string, area: ServerArea, names: readonly PublicName[]): string {
  const { name, records, policy, routes, views, jobs = [], publicPages = [] } = area;
  const kinds = new Set<string>(records.map(({ kind }) => kind));
  const others = policy.grants.filter(({ kind }) => !kinds.has(kind));
  const routeRows = routes.map(({ method, path, may, summary }) => [
    code(`${method} ${path}`),
    typeof may === 'string' ? may : may.join(' '),
    summary,
  ]);
  const tables = [...views.flatMap((view) => view.tables), ...keptOutsideOfViews(name)];
  return [
    begin,
    ...section('Records', ...records.flatMap((record) => recordText(record, policy.grants))),
    ...section(
      'Other permissions',
      table(
        ['what', 'grant', 'roles', 'a city may add', 'acts'],
        others.map(({ kind, key, roles, fixed, mayAlso = [], actions }) => [
          code(kind),
          key.split('/')[1]!,
          `${plainList(roles)}${fixed ? ' (fixed)' : ''}`,
          plainList(mayAlso),
          list(actions),
        ]),
      ),
    ),
    ...section(
      'Tasks',
      table(
        ['task', 'done on the page'],
        tasksOf(root, name).map(([kind, page]) => [code(kind), page]),
      ),
    ),
    ...section('Routes', table(['route', 'may', 'what it answers'], routeRows)),
    ...section(
      'Pages',
      table(
        ['page', 'may'],
        pagesOf(root, name).map(([path, may]) => [code(path), may || 'signed-in']),
      ),
    ),
    ...section('Public pages', publicPages.map(({ path }) => code(path)).join(', ')),
    ...section('Tables and jobs', `Tables: ${list(tables)}. Jobs: ${list(jobs.map((job) => job.name))}.`),
    ...section('Used by others', exportText(names, name)),
  ].join('\n\n');
}

const cardFile = (area: string) => `areas/${area}/README.md`;

/** Markdown as the style of the project has it: tables in columns. */
function formatted(root: string, input: string): string {
  const { stdout, status } = spawnSync(join(root, 'node_modules/.bin/biome'), ['format', '--stdin-file-path=card.md'], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error('The card of an area could not be formatted.');
  return stdout;
}

/** The card of each area as it should be: what was written by hand, then what the code says. */
function cards(root: string): { readonly file: string; readonly is: string; readonly should: string }[] {
  const { areas } = require(join(root, 'app/areas.ts')) as { areas: readonly ServerArea[] };
  const names = publicNames(root);
  return areaNames(root).flatMap((name) => {
    const area = areas.find((one) => one.name === name);
    if (!area || !existsSync(join(root, cardFile(name)))) return [];
    const is = readFileSync(join(root, cardFile(name)), 'utf8');
    const own = names.filter(({ file }) => file.startsWith(`areas/${name}/`));
    return [{ file: cardFile(name), is, should: formatted(root, `${is.split(begin)[0]!.trimEnd()}\n\n${generated(root, area, own)}\n`) }];
  });
}

/** Cards whose lower part is not what the code says. */
export const staleCards = (root: string): Fault[] =>
  cards(root)
    .filter(({ is, should }) => is !== should)
    .map(({ file }) => ({ file, says: 'is not what the code says any more. Run `node bin/olle.mjs cards`.' }));

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  for (const { file, should } of cards(root)) writeFileSync(join(root, file), should);
}
