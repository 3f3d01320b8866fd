import { calleeName, firstArgument, literalsOf, type SourceFile, walk } from '../syntax.ts';

/** The catalogues that a file speaks from where a key names none. */
export function ownCatalogues(source: SourceFile): string[] {
  const named: string[] = [];
  walk(source.tree, (node) => {
    if (node.type === 'CallExpression' && ['useTranslation', 'getFixedT'].includes(calleeName(node['callee']) ?? ''))
      named.push(...literalsOf(firstArgument(node)).map(({ text }) => text));
  });
  const [, area] = /^(?:areas|platform)\/(\w+)\//.exec(source.file) ?? [];
  return named.length > 0 ? named : [area ?? 'shell'];
}

/** A key as a pattern: `*` is an inserted part, and a plural may follow. */
export const patternOf = (key: string) =>
  new RegExp(
    `^${key
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}(_(zero|one|two|few|many|other))?$`,
  );

/** A key that names its catalogue (`registers:field.name`), in its two parts; the catalogue is empty where it names none. */
export function splitKey(text: string): readonly [catalogue: string, key: string] {
  const at = text.indexOf(':');
  return at < 0 ? ['', text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Every text of a file that could be a key; a template with nothing but parts put in could be any, and is left out. */
export function possibleKeys(source: SourceFile): string[] {
  const texts: string[] = [];
  walk(source.tree, (node) => {
    if (!['StringLiteral', 'TemplateLiteral', 'BinaryExpression'].includes(node.type)) return;
    for (const { text } of literalsOf(node)) if (!text.includes('*') || (/[a-z]/.test(text) && text.length < 60)) texts.push(text);
  });
  return texts;
}
