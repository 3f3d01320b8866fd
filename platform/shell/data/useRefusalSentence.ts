import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../contract/index.ts';
import { useFormat } from '../format.ts';
import { withDays } from './days.ts';

/** Why something was not done to one of many, in a sentence; its days are written as on every page. */
export function useRefusalSentence(): (refused: Pick<Outcome, 'code' | 'params'>) => string {
  const { t, i18n } = useTranslation('lists');
  const { date } = useFormat();
  return ({ code = '', params = {} }) => {
    const key = code.replace('.', ':problem.');
    return i18n.exists(key) ? withDays(i18n.t(key, params), params, date) : t('many.not-possible');
  };
}
