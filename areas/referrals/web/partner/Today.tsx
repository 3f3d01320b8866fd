import { useTranslation } from 'react-i18next';
import { Await, useFormat } from '../../../../platform/shell/index.ts';
import { Empty, Figure, Figures, Section } from '../../../../platform/ui/index.ts';
import { useAsk } from '../api.ts';
import { ReferralTable } from './ReferralTable.tsx';

/** Who waits for an answer of this organisation, and how many children it is helping now. */
export default function Today() {
  const { t } = useTranslation('referrals');
  const { number } = useFormat();
  const waiting = useAsk('/api/referrals/list', { which: 'sent' });
  const taken = useAsk('/api/referrals/list', { which: 'accepted' });
  return (
    <>
      <Await of={waiting} lines={3}>
        {({ rows }) => (
          <Section title={t('referrals.list-sent')}>
            {rows.length === 0 ? (
              <Empty title={t('referrals.none-sent')}>{t('referrals.none-more')}</Empty>
            ) : (
              <ReferralTable rows={rows.slice(0, 10)} />
            )}
          </Section>
        )}
      </Await>
      <Await of={taken} lines={1}>
        {({ total, beyond }) => (
          <Figures>
            <Figure n={`${number(total)}${beyond ? '+' : ''}`} label={t('referrals.list-accepted')} to="/referrals?which=accepted" />
          </Figures>
        )}
      </Await>
    </>
  );
}
