import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../platform/shell/index.ts';

/** Questions that many acts of a case ask. */
export function useQuestions() {
  const { t } = useTranslation('cases');
  const { today } = useSession().city;
  return {
    because: { name: 'because', label: t('act.because') },
    /** A day that is over: today, unless said otherwise. */
    past: (name: string, label: string) => ({ name, label, max: today, starts: today }),
    coming: (name: string, label: string) => ({ name, label, min: today }),
  };
}
