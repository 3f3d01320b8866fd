import { useTranslation } from 'react-i18next';
import type { RowOf } from '../../../platform/lists/list.ts';
import { Badge, Badges } from '../../../platform/ui/index.ts';
import type { organisationList } from '../domain/index.ts';

/** Whether it can be reached now, and what keeps a child from being referred there. */
export function StateBadges({ of }: { readonly of: Pick<RowOf<typeof organisationList>, 'status' | 'open' | 'reachable' | 'agreed'> }) {
  const { t } = useTranslation('partners');
  if (of.status === 'closed') return <Badge>{t('organisation.closed')}</Badge>;
  return (
    <Badges>
      {of.reachable && <Badge tone="blue">{t(of.open ? 'organisation.open' : 'organisation.emergency-now')}</Badge>}
      {!of.agreed && <Badge tone="orange">{t('organisation.no-agreement')}</Badge>}
    </Badges>
  );
}
