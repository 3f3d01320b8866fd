/** The languages of the product; the first is what others fall back on. */
export const languages = ['en', 'ko', 'ur'] as const;
export type Language = (typeof languages)[number];
