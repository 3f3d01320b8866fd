import { useTranslation } from 'react-i18next';
import { Badge } from '../../../platform/ui/index.ts';

/** The level of risk; red only where a child is in danger now. */
export function Risk({ level }: { readonly level: string }) {
  const { t } = useTranslation('cases');
  return <Badge tone={level === 'high' ? 'red' : level === 'medium' ? 'orange' : 'plain'}>{t(`risk.${level}`)}</Badge>;
}
