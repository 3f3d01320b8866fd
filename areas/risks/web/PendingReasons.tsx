import { useTranslation } from 'react-i18next';
import { useSession } from '../../../platform/shell/index.ts';
import { Buttons, LinkButton, Notice } from '../../../platform/ui/index.ts';
import type { PendingReason } from '../contract/index.ts';

/** What the list does not say of a child because nobody has judged yet whether rows are this child's, and the way to the pair. */
export function PendingReasons({ pending }: { readonly pending: readonly PendingReason[] }) {
  const { t, i18n } = useTranslation('risks');
  const { may } = useSession();
  const pair = pending[0]?.pairs[0];
  if (!pair) return null;
  const reasons = new Intl.ListFormat(i18n.language).format(pending.map(({ rule }) => t(`rule.${rule}.name`)));
  return (
    <Notice title={t('pending-reasons.title')}>
      <p>{t('pending-reasons.says', { reasons })}</p>
      {may('judge', 'people.pair') && (
        <Buttons>
          <LinkButton to={`/people/review/${pair}`}>{t('pending-reasons.look')}</LinkButton>
        </Buttons>
      )}
    </Notice>
  );
}
