import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from './PasswordForm.tsx';
import { SignInFrame } from './SignInFrame.tsx';

/** For who signed in with a password that somebody else chose: it opens nothing but this. */
export function ChangePassword() {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  return (
    <SignInFrame title={t('password.title')} lead={t('password.first')}>
      <PasswordForm onDone={() => void client.invalidateQueries({ queryKey: ['/api/session'] })} />
    </SignInFrame>
  );
}
