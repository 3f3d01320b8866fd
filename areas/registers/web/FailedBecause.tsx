import { useTranslation } from 'react-i18next';

/** Why an import failed: the sentence of the refusal that ended it. */
export function FailedBecause({ reason }: { readonly reason: string | null }) {
  const { t, i18n } = useTranslation('registers');
  const key = `problem.${reason?.replace(/^registers\./, '')}`;
  return reason && i18n.exists(key, { ns: 'registers' }) ? t(key) : t('history.failed-otherwise');
}
