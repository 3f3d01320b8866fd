import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../platform/shell/index.ts';
import { AccessForm, useAccessFields } from './AccessForm.tsx';
import { call } from './api.ts';
import { SignInFrame } from './SignInFrame.tsx';

/** The form alone, for the page and for the dialog over a page whose session ended. */
function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const { userName, password, code } = useAccessFields();
  const send = useSend(
    (typed: { userName: string; password: string; code?: string }) =>
      call('POST', '/api/session', { ...typed, code: typed.code?.trim() || undefined }),
    onDone,
  );
  // Once asked for, the code stays on the form.
  const [asked, setAsked] = useState(false);
  const needed = send.error?.code === 'accounts.code-needed';
  if (needed && !asked) setAsked(true);
  return (
    <AccessForm
      fields={[userName, password, ...(asked ? [code] : [])]}
      send={needed ? { ...send, error: null } : send}
      submit={t('sign-in.submit')}
    />
  );
}

export function SignIn({ onDone, bare = false }: { readonly onDone: () => void; readonly bare?: boolean }) {
  const { t } = useTranslation('accounts');
  if (bare) return <SignInForm onDone={onDone} />;
  return (
    <SignInFrame title={t('sign-in.title')}>
      <SignInForm onDone={onDone} />
    </SignInFrame>
  );
}
