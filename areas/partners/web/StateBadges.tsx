import { useTranslation } from 'react-i18next';
import { Badge, Badges } from '../../../platform/ui/index.ts';
import type { ListedOrganisation } from './answers.ts';

/** Whether it can be reached now, and what keeps a child from being referred there. */
export function StateBadges({
  of,
}: {
  readonly of: Pick<ListedOrganisation, 'status' | 'open' | 'reachable'> & { readonly agreed: boolean };
}) {
  const { t } = useTranslation('partners');
  if (of.status === 'closed') return <Badge>{t('organisation.closed')}</Badge>;
  return (
    <Badges>
      {of.reachable && <Badge tone="blue">{t(of.open ? 'organisation.open' : 'organisation.emergency-now')}</Badge>}
      {!of.agreed && <Badge tone="orange">{t('organisation.no-agreement')}</Badge>}
    </Badges>
  );
}
