import { useTranslation } from 'react-i18next';
import { Await, useFormat } from '../../../platform/shell/index.ts';
import { Counts } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';

/** How many pairs wait to be judged. */
function TodayPart() {
  const { t } = useTranslation('people');
  const { number } = useFormat();
  const waiting = useRead('/api/people/review/waiting');
  return (
    <Await of={waiting} lines={2}>
      {({ waiting: count }) =>
        count === 0 ? (
          <p className="soft">{t('today.calm')}</p>
        ) : (
          <Counts counts={[{ n: number(count), label: t('today.waiting', { count }), to: '/people/review' }]} />
        )
      }
    </Await>
  );
}

export default { other: TodayPart };
