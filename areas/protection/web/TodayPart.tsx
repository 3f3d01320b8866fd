import { useTranslation } from 'react-i18next';
import { useFormat, useSession } from '../../../platform/shell/index.ts';
import { Figure, Figures, Link } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';

/** Erasures that wait for this person's yes or no, and retention to be reviewed. Where nothing waits, who reviews is told so: they may have nothing else on the page. */
function TodayPart() {
  const { t } = useTranslation('protection');
  const { number } = useFormat();
  const { may, user } = useSession();
  const { data } = useRead('/api/protection/erasures');
  const waiting = (data?.rows ?? []).filter(({ status, askedBy }) => status === 'asked' && askedBy !== user.id).length;
  const mayReview = may('read', 'protection.retention-review');
  const { data: retention } = useRead('/api/protection/retention', {}, { enabled: mayReview });
  const due = retention?.due ?? 0;
  if (waiting + due === 0)
    return mayReview && data && retention ? (
      <p className="soft">
        {t('today.calm')} <Link to="/protection">{t('nav')}</Link>
      </p>
    ) : null;
  return (
    <Figures>
      {waiting > 0 && <Figure n={number(waiting)} label={t('today.waiting', { count: waiting })} to="/protection" tone="orange" />}
      {due > 0 && <Figure n={number(due)} label={t('today.retention', { count: due })} to="/protection" tone="orange" />}
    </Figures>
  );
}

export default { other: TodayPart };
