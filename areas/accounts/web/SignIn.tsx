import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../platform/shell/index.ts';
import { Form, TextField } from '../../../platform/ui/index.ts';
import { call } from './api.ts';
import { CodeField } from './CodeField.tsx';
import { SignInFrame } from './SignInFrame.tsx';

/** The form alone, for the page and for the dialog over a page whose session ended. */
function SignInForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const send = useSend(() => call('POST', '/api/session', { userName, password, code: code.trim() || undefined }), onDone);
  // Once asked for, the code stays on the form.
  const [asked, setAsked] = useState(false);
  const needed = send.error?.code === 'accounts.code-needed';
  if (needed && !asked) setAsked(true);
  return (
    <Form
      onSubmit={() => send.mutate(undefined)}
      submit={t('sign-in.submit')}
      pending={send.isPending}
      refused={needed ? undefined : (send.error ?? undefined)}
    >
      <TextField label={t('sign-in.user-name')} value={userName} onChange={setUserName} autoComplete="username" required />
      <TextField
        label={t('sign-in.password')}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
        required
      />
      {asked && <CodeField value={code} onChange={setCode} />}
    </Form>
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
