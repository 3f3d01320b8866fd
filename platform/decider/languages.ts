/** The languages of the product; the first is what others fall back on. */
export const languages = ['en', 'ko', 'ne', 'ur'] as const;
export type Language = (typeof languages)[number];

/** Those whose texts no native speaker has read yet: said where a language is chosen, and on the pages for everybody. */
export const notReviewed: ReadonlySet<string> = new Set<Language>(['ko', 'ne', 'ur']);

const rightToLeft: ReadonlySet<string> = new Set(['ur']);
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language) ? 'rtl' : 'ltr');

/**
 * The locale by which numbers and dates of a language are written, perhaps in another calendar: in the figures in which its sentences and
 * typed dates have theirs, so that no page mixes two kinds (for Nepali, Intl would take Devanagari figures).
 */
export function localeOf(language: string, calendar?: string): string {
  const extensions = [calendar && `ca-${calendar}`, /^ne\b/.test(language) && 'nu-latn'].filter(Boolean);
  return extensions.length > 0 ? `${language}-u-${extensions.join('-')}` : language;
}
