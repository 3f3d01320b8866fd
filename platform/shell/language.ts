import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { directionOf } from '../decider/index.ts';
import { configureRequests } from './data/api.ts';
import { firstLanguage, keepLanguage, type Language } from './device.ts';

type Texts = Resource[string];
type Fetch<T> = () => Promise<{ readonly default: T }>;
/** For each language the texts of the first screen by catalogue, and the whole catalogue of each area. */
export type Catalogues = Readonly<
  Record<Language, { readonly first: Fetch<Texts>; readonly areas: Readonly<Record<string, Fetch<Texts[string]>>> }>
>;

let catalogues: Catalogues;
let current: Language;
/** The areas whose catalogues were loaded, and are loaded again in another language. */
const loadedAreas = new Set<string>();

function show(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  configureRequests({ language, offline: i18next.t('shell:offline'), unsent: i18next.t('shell:unsent') });
}

async function loadFirst(language: Language): Promise<void> {
  const { default: texts } = await catalogues[language].first();
  for (const [name, tree] of Object.entries(texts)) i18next.addResourceBundle(language, name, tree, true);
}

async function loadArea(language: Language, area: string): Promise<void> {
  const { default: tree } = await catalogues[language].areas[area]!();
  i18next.addResourceBundle(language, area, tree, true, true);
}

/** Loads the catalogues that a page says its words from, where that was not done. */
export async function loadCatalogues(areas: readonly string[]): Promise<void> {
  const missing = areas.filter((area) => !loadedAreas.has(area));
  await Promise.all(missing.map((area) => loadArea(current, area)));
  for (const area of missing) loadedAreas.add(area);
}

/** Loads a module of pages together with the catalogues that its pages say their words from. */
export async function loadWithCatalogues<M>(areas: readonly string[], load: () => Promise<M>): Promise<M> {
  const [module] = await Promise.all([load(), loadCatalogues(areas)]);
  return module;
}

/** Switches the language: its catalogues are fetched when first asked for. */
export async function switchLanguage(language: Language): Promise<void> {
  await Promise.all([loadFirst(language), ...[...loadedAreas].map((area) => loadArea(language, area))]);
  current = language;
  await i18next.changeLanguage(language);
  keepLanguage(language);
  show(language);
}

/** Starts with the person's language. */
export async function startLanguage(given: Catalogues): Promise<void> {
  catalogues = given;
  const language = firstLanguage();
  current = language;
  const starting = i18next.use(initReactI18next).init({
    fallbackLng: false,
    lng: language,
    resources: {},
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    // A key that no catalogue has would stand on the page as it is. The console says so, and each test in a browser fails on what is said there.
    saveMissing: true,
    missingKeyHandler: (_languages, catalogue, key, instead) => {
      // Who asks for a text with something to say in its place knows that there may be none.
      if (instead === key) console.error(`No text for ${catalogue}:${key}`);
    },
    // A page that names several areas finds a word in the first of them that has it.
    react: { useSuspense: false, nsMode: 'fallback' },
  });
  await Promise.all([starting, loadFirst(language)]);
  keepLanguage(language);
  show(language);
}
