import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import type { Team } from '../../contract/index.ts';

/** Until when somebody is away, or from when they will be. */
export function useAwayWords() {
  const { t } = useTranslation('office');
  const { date, today } = useFormat();
  return (away: Team['workers'][number]['away']) => {
    if (!away) return '';
    if (away.from <= today) return t('team.away-until', { date: date(away.until) });
    return t('team.away-from', { from: date(away.from), to: date(away.until) });
  };
}
