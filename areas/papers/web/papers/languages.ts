/** Languages of the papers that come before the offices of the nine countries, and of their neighbours. */
const languages = 'en ne hi mai bho ur pa sd ps si ta mn id km fil zh-TW zh-CN ko th vi my bn ar'.split(' ');

/** What languages are called in the reader's own, by their codes. */
export function languageNames(reader: string): (code: string) => string {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  return (code) => names.of(code) ?? code;
}

/** Their codes and names, in the reader's own language and order. */
export function languageOptions(reader: string): readonly (readonly [code: string, name: string])[] {
  const nameOf = languageNames(reader);
  return languages.map((code) => [code, nameOf(code)] as const).sort(([, a], [, b]) => a.localeCompare(b, reader));
}
