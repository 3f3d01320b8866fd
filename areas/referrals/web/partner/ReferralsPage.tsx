import { useTranslation } from 'react-i18next';
import { choices, Filters, ListTable, useList } from '../../../../platform/shell/list/index.ts';
import { Empty, Page, Section } from '../../../../platform/ui/index.ts';
import { type referralList, referralsListed } from '../../domain/index.ts';
import { useReferralColumns } from './referralColumns.tsx';

/** The children who were referred to the reader's organisation. */
export default function ReferralsPage() {
  const { t } = useTranslation('referrals');
  const list = useList<typeof referralList>({
    path: '/api/referrals/list',
    at: '/referrals',
    address: { which: 'text' },
    which: ['which'],
    usual: { which: 'sent' },
  });
  const { which } = list.narrowing;
  return (
    <Page title={t('referrals.title')} lead={t('referrals.lead')}>
      <Section>
        <div className="filters">
          <Filters
            of={list}
            fields={[
              {
                label: t('referrals.which'),
                any: '',
                options: choices(
                  'which',
                  referralsListed.map((one) => [one, t(`referrals.list-${one}`)]),
                ),
              },
            ]}
          />
        </div>
        <ListTable
          of={list}
          caption={t('referrals.title')}
          columns={useReferralColumns(which === 'ended')}
          noneFound={t(`referrals.none-${which}`)}
          empty={<Empty title={t(`referrals.none-${which}`)}>{t('referrals.none-more')}</Empty>}
        />
      </Section>
    </Page>
  );
}
