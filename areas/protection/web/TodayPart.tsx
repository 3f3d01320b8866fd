import { useTranslation } from 'react-i18next';
import { useFormat, useSession } from '../../../platform/shell/index.ts';
import { Figure, Figures } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';

/** Erasures that wait for this person's yes or no; nothing where there are none. */
function TodayPart() {
  const { t } = useTranslation('protection');
  const { number } = useFormat();
  const { user } = useSession();
  const { data } = useRead('/api/protection/erasures');
  const waiting = (data?.rows ?? []).filter(({ status, askedBy }) => status === 'asked' && askedBy !== user.id).length;
  if (waiting === 0) return null;
  return (
    <Figures>
      <Figure n={number(waiting)} label={t('today.waiting', { count: waiting })} to="/protection" tone="orange" />
    </Figures>
  );
}

export default { other: TodayPart };
