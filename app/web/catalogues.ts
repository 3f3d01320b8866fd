import type { Language } from '../../platform/shell/device.ts';

// One file a language when built: a phone fetches the language it shows and no other.
const texts = {
  en: () => import('./catalogue.en.ts'),
  ko: () => import('./catalogue.ko.ts'),
  ur: () => import('./catalogue.ur.ts'),
} as const;

/** The texts of a language: area (or `ui`, `shell`) → its catalogue. */
export const catalogues = async (language: Language) => (await texts[language]()).default;
