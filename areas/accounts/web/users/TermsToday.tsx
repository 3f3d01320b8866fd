import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../platform/shell/index.ts';
import { Notice } from '../../../../platform/ui/index.ts';
import { useTermWords } from './termWords.ts';

/** Tells whoever holds a role for a time until when, and from when one that is to come. */
export default function TermsToday() {
  const { t } = useTranslation('accounts');
  const { user } = useSession();
  const termOf = useTermWords(true);
  return (
    <Notice tone="blue" title={t('today.terms')}>
      {user.terms.map((term) => (
        <p key={term.role}>{termOf(term, user.roles)}</p>
      ))}
    </Notice>
  );
}
