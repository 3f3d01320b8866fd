import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, filesOf } from '../fault.ts';
import { literalsOf, nameOf, parse, walk } from '../syntax.ts';

const sheets = '{areas/*/web,platform/ui,platform/shell}/**/*.css';
/** `.line__who` and `.line--red` belong to the block `line`. */
const blockOf = (name: string) => name.split('__')[0]!.split('--')[0]!;

/** The selectors of a sheet, each with its line; brackets narrow a selector and do not begin one. */
function selectorsOf(text: string): { selector: string; line: number }[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...plain.matchAll(/([^{}]+)\{/g)].flatMap(({ 1: rule = '', index }) => {
    if (rule.trim().startsWith('@')) return [];
    const line = plain.slice(0, index + rule.length - rule.trimStart().length).split('\n').length;
    return rule
      .replace(/\([^()]*\)/g, (part) => part.replaceAll(',', ' '))
      .split(',')
      .map((selector) => ({ selector: selector.trim(), line }));
  });
}

/**
 * Styles have no scopes of their own in a page. So a class belongs to one sheet, that whose selectors begin with it, and every selector of an
 * area begins with a class: two areas never meet in a name, and what the design system has is changed only inside of something of one's own.
 */
export function unscopedStyles(root: string): Fault[] {
  const owners = new Map<string, { file: string; line: number }[]>();
  const faults: Fault[] = [];
  for (const file of filesOf(root, sheets))
    for (const { selector, line } of selectorsOf(readFileSync(join(root, file), 'utf8'))) {
      const [, first] = /\.([a-zA-Z][\w-]*)/.exec(selector) ?? [];
      if (first) owners.set(blockOf(first), [...(owners.get(blockOf(first)) ?? []), { file, line }]);
      else if (file.startsWith('areas/'))
        faults.push({ file, line, says: `"${selector}" holds for every page of Olle. Begin it with a class of this area.` });
    }
  for (const [block, places] of owners) {
    const [owner] = places;
    const other = places.find(({ file }) => file !== owner!.file);
    if (other)
      faults.push({
        ...other,
        says: `The class "${block}" is of ${owner!.file} too. Name it anew, or put a class of this sheet before it.`,
      });
  }
  return faults;
}

/** The part of the code that a class is for: an area, or the design system. */
const partOf = (file: string) => (file.startsWith('areas/') ? file.split('/').slice(0, 2).join('/') : 'the platform');

/** Classes that a page names although no sheet of its own area or of the platform has them: a slip, or another area's. */
export function foreignClasses(root: string): Fault[] {
  const parts = new Map<string, Set<string>>();
  for (const file of filesOf(root, sheets))
    for (const { selector } of selectorsOf(readFileSync(join(root, file), 'utf8')))
      for (const [, name] of selector.matchAll(/\.([a-zA-Z][\w-]*)/g)) parts.set(name!, (parts.get(name!) ?? new Set()).add(partOf(file)));
  const isThere = (name: string, file: string) => {
    const pattern = new RegExp(`^${name.replaceAll('*', '.*')}$`);
    return [...parts].some(([known, of]) => pattern.test(known) && (of.has('the platform') || of.has(partOf(file))));
  };
  const faults: Fault[] = [];
  for (const file of filesOf(root, '{areas/*/web,platform/ui,platform/shell}/**/*.tsx')) {
    const source = parse(root, file);
    walk(source.tree, (node) => {
      if (node.type !== 'JSXAttribute' || nameOf(node['name']) !== 'className') return;
      for (const { text } of literalsOf(node['value']))
        for (const name of text.split(/\s+/))
          if (name && !isThere(name, file))
            faults.push({
              file,
              line: source.lineOf(node),
              says: `The class "${name}" is in no style sheet of ${partOf(file)}, nor in one of the design system.`,
            });
    });
  }
  return faults;
}
