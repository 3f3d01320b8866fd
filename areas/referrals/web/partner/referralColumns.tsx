import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Badge, Badges, type Column, Link, Name } from '../../../../platform/ui/index.ts';
import type { ListedReferral } from '../../contract/index.ts';

/** Referrals in a list: who it is where that is shown, for what, and until when something is waited for. */
export function useReferralColumns(ended = false): readonly Column<ListedReferral>[] {
  const { t } = useTranslation(['referrals', 'partners']);
  const { date, isOver } = useFormat();
  return [
    {
      key: 'who',
      title: t('referrals.child'),
      main: true,
      cell: (one) => (
        <Link to="/referrals/$id" params={{ id: one.id }}>
          {one.name ? <Name>{one.name}</Name> : t(ended ? 'referrals.not-shown' : 'referrals.no-name')}
        </Link>
      ),
    },
    { key: 'service', title: t('referrals.service'), cell: (one) => t(`service.${one.service}`) },
    {
      key: 'state',
      title: t('referrals.state'),
      cell: (one) => (
        <Badges>
          <Badge>{t(`partner.status.${one.status}`)}</Badge>
          {!ended && one.urgency === 'urgent' && <Badge tone="red">{t('referrals.urgent')}</Badge>}
          {one.asked && <Badge>{t('referrals.asked')}</Badge>}
        </Badges>
      ),
    },
    {
      key: 'due',
      title: t(ended ? 'referrals.ended-on' : 'referrals.due'),
      cell: (one) =>
        ended ? (
          date(one.endedOn ?? one.until)
        ) : one.answerBy ? (
          <Badge tone={isOver(one.answerBy) ? 'orange' : 'plain'}>{t('referrals.answer-by', { date: date(one.answerBy) })}</Badge>
        ) : (
          t('referrals.until', { date: date(one.until) })
        ),
    },
  ];
}
