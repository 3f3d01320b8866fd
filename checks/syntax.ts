import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A node of the syntax tree, as swc gives it. */
export interface Node {
  readonly type: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly [field: string]: unknown;
}

export interface SourceFile {
  readonly file: string;
  readonly tree: Node;
  /** The line of a node, counted from 1. */
  lineOf(node: Node): number;
}

/** Trees by text: several checks look at one file. */
const trees = new Map<string, Node>();

/** Reads and parses a TypeScript file of the checkout. Throws where it has a syntax error. */
export function parse(root: string, file: string): SourceFile {
  const text = readFileSync(join(root, file), 'utf8');
  const tsx = file.endsWith('.tsx');
  const known = `${tsx}${text}`;
  const tree = trees.get(known) ?? (parseSync(text, { syntax: 'typescript', tsx, target: 'es2024' }) as unknown as Node);
  trees.set(known, tree);
  // Spans count bytes, from 1.
  const bytes = Buffer.from(text, 'utf8');
  return {
    file,
    tree,
    lineOf: ({ span }) => bytes.subarray(0, span.start - 1).reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1),
  };
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'span' in value;

/** Calls `visit` for a node and all below it, outermost first. */
export function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) visit(value);
    for (const [field, child] of Object.entries(value)) if (field !== 'span') walk(child, visit);
  }
}

/** The name of an identifier, or undefined for anything else. */
export const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? (node['value'] as string) : undefined;

/** The last name of a callee: `t` of `t`, `i18n.t` and `i18n?.t`. */
export function calleeName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'MemberExpression') return nameOf(node['property']);
  if (node.type === 'OptionalChainingExpression') return calleeName(node['base']);
  return nameOf(node);
}

/** The first argument of a call. */
export const firstArgument = (call: Node): unknown => (call['arguments'] as { expression: unknown }[])[0]?.expression;

/** The texts of a sum, if any side of it is written out. */
function joined(sum: Node): ReturnType<typeof literalsOf> {
  const [left, right] = [literalsOf(sum['left']), literalsOf(sum['right'])];
  if (left.length + right.length === 0) return [];
  const texts = (side: typeof left) => (side.length > 0 ? side.map(({ text }) => text) : ['*']);
  return texts(left).flatMap((start) => texts(right).map((end) => ({ text: start + end, node: sum })));
}

/** The texts that an expression may have, as far as they are literal; each with `*` for inserted values. */
export function literalsOf(node: unknown): { readonly text: string; readonly node: Node }[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'StringLiteral':
      return [{ text: node['value'] as string, node }];
    case 'TemplateLiteral':
      return [{ text: (node['quasis'] as { cooked: string }[]).map(({ cooked }) => cooked).join('*'), node }];
    case 'ParenthesisExpression':
    case 'TsAsExpression':
    case 'TsConstAssertion':
    case 'TsSatisfiesExpression':
    case 'TsNonNullExpression':
    case 'JSXExpressionContainer':
      return literalsOf(node['expression']);
    case 'ConditionalExpression':
      return [...literalsOf(node['consequent']), ...literalsOf(node['alternate'])];
    case 'BinaryExpression':
      if (node['operator'] === '&&') return literalsOf(node['right']);
      if (node['operator'] === '+') return joined(node);
      return ['||', '??'].includes(node['operator'] as string) ? [...literalsOf(node['left']), ...literalsOf(node['right'])] : [];
    case 'ArrayExpression':
      return (node['elements'] as ({ expression: unknown } | undefined)[]).flatMap((element) => literalsOf(element?.expression));
    default:
      return [];
  }
}
