import { namesIn } from '../../../../platform/ui/names/names.ts';

/** Languages of the papers that come before the offices of the nine countries, and of their neighbours. */
const languages = 'en ne hi mai bho ur pa sd ps si ta mn id km fil zh-TW zh-CN ko th vi my bn ar'.split(' ');

/** Their codes and names, in the reader's own language and order. */
export function languageOptions(reader: string): readonly (readonly [code: string, name: string])[] {
  const nameOf = namesIn(reader, 'language');
  return languages.map((code) => [code, nameOf(code)] as const).sort(([, a], [, b]) => a.localeCompare(b, reader));
}
