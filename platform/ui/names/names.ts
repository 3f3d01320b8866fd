import countries from './countries.json' with { type: 'json' };
import ne from './ne.json' with { type: 'json' };

/** Names in languages for which browsers have none: from Unicode's CLDR, which Node has whole and Chromium in part. */
const ours: Readonly<Record<string, Readonly<Record<'language' | 'region', Readonly<Record<string, string>>>>>> = { ne };

/** What languages or countries are called in the reader's language, by their codes. */
export function namesIn(reader: string, type: 'language' | 'region'): (code: string) => string {
  const table = ours[reader]?.[type];
  const names = new Intl.DisplayNames([reader, 'en'], { type });
  return (code) => table?.[code] ?? names.of(code) ?? code;
}

/** The countries to choose from, by their names in the reader's language. */
export function countriesIn(reader: string): readonly (readonly [code: string, name: string])[] {
  const nameOf = namesIn(reader, 'region');
  return countries.map((code) => [code, nameOf(code)] as const).sort(([, a], [, b]) => a.localeCompare(b, reader));
}
