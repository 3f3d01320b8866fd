import { useTranslation } from 'react-i18next';
import { choices, ListPage, useList } from '../../../../platform/shell/list/index.ts';
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
    <ListPage<typeof referralList>
      of={list}
      title={t('referrals.title')}
      lead={t('referrals.lead')}
      filters={[{ label: t('referrals.which'), any: '', options: choices('which', referralsListed, (one) => t(`referrals.list-${one}`)) }]}
      columns={useReferralColumns(which === 'ended')}
      noneFound={t(`referrals.none-${which}`)}
      empty={[t(`referrals.none-${which}`), t('referrals.none-more')]}
    />
  );
}
