import { useTranslation } from 'react-i18next';
import { useDayFields } from '../../../../platform/shell/index.ts';

/** Questions that many acts of a case ask. */
export function useQuestions() {
  const { t } = useTranslation('cases');
  return { because: { name: 'because', label: t('act.because') }, ...useDayFields() };
}
