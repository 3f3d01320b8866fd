import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { configureRequests } from './data/api.ts';

export const languages = { en: 'English', ko: '한국어', ur: 'اردو' } as const;
export type Language = keyof typeof languages;
const rightToLeft: ReadonlySet<string> = new Set(['ur']);
const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const isLanguage = (text: string | null | undefined): text is Language => text !== null && text !== undefined && text in languages;

function firstLanguage(): Language {
  const kept = localStorage.getItem('olle-language');
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

let load: (language: Language) => Promise<Resource[string]>;

/** Switches the language: its catalogues are fetched when first asked for. */
export async function switchLanguage(language: Language): Promise<void> {
  const resources = await load(language);
  for (const [namespace, texts] of Object.entries(resources)) i18next.addResourceBundle(language, namespace, texts, true, true);
  await i18next.changeLanguage(language);
  localStorage.setItem('olle-language', language);
  document.documentElement.lang = language;
  document.documentElement.dir = rightToLeft.has(language) ? 'rtl' : 'ltr';
  configureRequests({ language, offline: i18next.t('shell:offline') });
}

/** Starts with the person's language. `catalogues` gives the texts of a language by area. */
export async function startLanguage(catalogues: (language: Language) => Promise<Resource[string]>): Promise<void> {
  load = catalogues;
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    lng: 'en',
    resources: {},
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await switchLanguage(firstLanguage());
}

export const currentTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem('olle-theme')) ?? 'system';

/** Light or dark; `system` follows the device. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem('olle-theme', theme);
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}
