import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Badge } from '../../../../platform/ui/index.ts';

/** Until when something is to be done, or was. */
export function Due({ on }: { readonly on: string }) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  return <Badge tone={isOver(on) ? 'orange' : 'plain'}>{t(isOver(on) ? 'case.was-due' : 'case.is-due', { date: date(on) })}</Badge>;
}
