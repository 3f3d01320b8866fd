// What this device keeps: the language and the look that somebody chose.
export const languages = { en: 'English', ko: '한국어', ne: 'नेपाली', ur: 'اردو' } as const;
export type Language = keyof typeof languages;
const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const isLanguage = (text: string | null | undefined): text is Language => text !== null && text !== undefined && text in languages;

/** The language chosen here before, or the first of the browser's that there is. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem('olle-language');
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

export const keepLanguage = (language: Language): void => localStorage.setItem('olle-language', language);

export const currentTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem('olle-theme')) ?? 'system';

/** Light or dark; `system` follows the device. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem('olle-theme', theme);
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}
