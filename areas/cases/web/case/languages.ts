import { useTranslation } from 'react-i18next';
import { choiceFrom } from '../../../../platform/shell/index.ts';
import { namesIn } from '../../../../platform/ui/names/names.ts';
import languages from './languages.json';

/** What a language is called on the screen. */
export function useLanguageName(): (code: string) => string {
  const { i18n } = useTranslation();
  return namesIn(i18n.language, 'language');
}

/** A field for a language that is spoken with a child or a carer. */
export const languageChoice = choiceFrom(() => {
  const nameOf = useLanguageName();
  return { offered: languages.map((code) => [code, nameOf(code)] as const), nameOf };
});
