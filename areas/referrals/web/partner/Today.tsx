import { useTranslation } from 'react-i18next';
import { Await, useFormat } from '../../../../platform/shell/index.ts';
import { Empty, Figure, Figures, Section, Table } from '../../../../platform/ui/index.ts';
import { useAsk } from '../api.ts';
import { useReferralColumns } from './referralColumns.tsx';

/** Who waits for an answer of this organisation, and how many children it is helping now. */
function Today() {
  const { t } = useTranslation('referrals');
  const { number } = useFormat();
  const columns = useReferralColumns();
  const waiting = useAsk('/api/referrals/list', { which: 'sent', most: 10 });
  const taken = useAsk('/api/referrals/list', { which: 'accepted', most: 1 });
  return (
    <>
      <Await of={waiting} lines={3}>
        {({ rows }) => (
          <Section title={t('referrals.list-sent')}>
            {rows.length === 0 ? (
              <Empty title={t('referrals.none-sent')}>{t('referrals.none-more')}</Empty>
            ) : (
              <Table caption={t('referrals.title')} rows={rows} keyOf={({ id }) => id} columns={columns} />
            )}
          </Section>
        )}
      </Await>
      <Await of={taken} lines={1}>
        {({ total = 0, beyond }) => (
          <Figures>
            <Figure n={`${number(total)}${beyond ? '+' : ''}`} label={t('referrals.list-accepted')} to="/referrals?which=accepted" />
          </Figures>
        )}
      </Await>
    </>
  );
}

export default { late: Today };
