import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadCatalogues } from '../../../platform/shell/index.ts';

interface Named {
  readonly kind: string;
  readonly what?: string | null | undefined;
  readonly about?: string | null | undefined;
}

/**
 * What is to be done: what a person wrote of it, else what it is about, else its kind. The first screen comes without the words of what tasks
 * may be about: it says the kind until they are fetched for the tasks that are shown.
 */
export function useTaskWords(shown: readonly Named[] = []) {
  const { t, i18n } = useTranslation('cases');
  const [, sayAgain] = useState({});
  const isKnown = (about: string) => i18n.exists(about);
  const lacking = [...new Set(shown.flatMap(({ about }) => (about && !isKnown(about) ? [about.split(':')[0]!] : [])))].join();
  useEffect(() => {
    if (lacking) void loadCatalogues(lacking.split(',')).then(() => sayAgain({}));
  }, [lacking]);
  return ({ kind, what, about }: Named): string =>
    what ?? (about && isKnown(about) ? t(`task-of.${kind}`, { about: t(about) }) : t(`task.${kind}`));
}
