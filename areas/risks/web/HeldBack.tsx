import { useTranslation } from 'react-i18next';
import { useSession } from '../../../platform/shell/index.ts';
import { Buttons, LinkButton, Notice } from '../../../platform/ui/index.ts';
import type { HeldReason } from '../contract/index.ts';

/** What the list does not say of a child because nobody has judged yet whether rows are this child's, and the way to the pair. */
export function HeldBack({ held }: { readonly held: readonly HeldReason[] }) {
  const { t, i18n } = useTranslation('risks');
  const { may } = useSession();
  const pair = held[0]?.pairs[0];
  if (!pair) return null;
  const reasons = new Intl.ListFormat(i18n.language).format(held.map(({ rule }) => t(`rule.${rule}.name`)));
  return (
    <Notice title={t('held.title')}>
      <p>{t('held.says', { reasons })}</p>
      {may('judge', 'people.pair') && (
        <Buttons>
          <LinkButton to={`/people/review/${pair}`}>{t('held.look')}</LinkButton>
        </Buttons>
      )}
    </Notice>
  );
}
