import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { configureRequests } from './data/api.ts';
import { firstLanguage, keepLanguage, type Language } from './device.ts';

const rightToLeft: ReadonlySet<string> = new Set(['ur']);

let load: (language: Language) => Promise<Resource[string]>;

function show(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = rightToLeft.has(language) ? 'rtl' : 'ltr';
  configureRequests({ language, offline: i18next.t('shell:offline') });
}

/** Switches the language: its catalogues are fetched when first asked for. */
export async function switchLanguage(language: Language): Promise<void> {
  const resources = await load(language);
  for (const [namespace, texts] of Object.entries(resources)) i18next.addResourceBundle(language, namespace, texts);
  await i18next.changeLanguage(language);
  keepLanguage(language);
  show(language);
}

/** Starts with the person's language. `catalogues` gives the texts of a language by area. */
export async function startLanguage(catalogues: (language: Language) => Promise<Resource[string]>): Promise<void> {
  load = catalogues;
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    lng: language,
    resources: { [language]: await load(language) },
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  keepLanguage(language);
  show(language);
}
