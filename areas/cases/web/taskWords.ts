import { useTranslation } from 'react-i18next';

interface Named {
  readonly kind: string;
  readonly what?: string | null | undefined;
  readonly about?: string | null | undefined;
}

/** What is to be done: what a person wrote of it, else what it is about, else its kind. */
export function useTaskWords() {
  const { t, i18n } = useTranslation('cases');
  return ({ kind, what, about }: Named): string =>
    what ?? (about && i18n.exists(about) ? t(`task-of.${kind}`, { about: t(about) }) : t(`task.${kind}`));
}
