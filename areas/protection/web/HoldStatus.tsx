import { useTranslation } from 'react-i18next';
import { Badge } from '../../../platform/ui/index.ts';

/** Whether a hold is in force. */
export function HoldStatus({ status }: { readonly status: 'placed' | 'lifted' }) {
  const { t } = useTranslation('protection');
  return <Badge tone={status === 'placed' ? 'orange' : 'plain'}>{t(`retention-hold.status.${status}`)}</Badge>;
}
