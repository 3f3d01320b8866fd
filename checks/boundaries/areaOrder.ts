import { dirname, join, normalize } from 'node:path';
import { type Fault, filesOf } from '../fault.ts';
import { type Node, parse, walk } from '../syntax.ts';

/** Areas that depend on each other, directly or not: one of them must work without the other. */
export function areaCircles(root: string): Fault[] {
  const needs = new Map<string, Map<string, Fault>>();
  for (const file of filesOf(root, 'areas/*/**/*.{ts,tsx}')) {
    if (/\.test\.tsx?$|(^|\/)testing\.ts$/.test(file)) continue;
    const source = parse(root, file);
    const area = file.split('/')[1]!;
    walk(source.tree, (node) => {
      if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type)) return;
      const from = (node['source'] as Node | null | undefined)?.['value'];
      if (typeof from !== 'string' || !from.startsWith('.')) return;
      const [folder, other] = normalize(join(dirname(file), from)).split('/');
      if (folder !== 'areas' || !other || other === area) return;
      const of = needs.get(area) ?? needs.set(area, new Map()).get(area)!;
      if (!of.has(other)) of.set(other, { file, line: source.lineOf(node), says: '' });
    });
  }
  /** The way from an area back to itself, if there is one. */
  const wayBack = (start: string, at: string, way: readonly string[]): readonly string[] | undefined => {
    for (const next of needs.get(at)?.keys() ?? []) {
      if (next === start) return [...way, next];
      if (way.includes(next)) continue;
      const found = wayBack(start, next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  const inCircle = [...needs.keys()].sort().flatMap((area) => wayBack(area, area, [area]) ?? []);
  if (inCircle.length === 0) return [];
  const way = inCircle.slice(0, inCircle.indexOf(inCircle[0]!, 1) + 1);
  const { file, line } = needs.get(way.at(-2)!)!.get(way.at(-1)!)!;
  return [
    { file, ...(line === undefined ? {} : { line }), says: `Areas need each other: ${way.join(' → ')}. Turn one of these arrows round.` },
  ];
}
