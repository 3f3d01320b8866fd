import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../platform/shell/index.ts';
import { Form, TextField } from '../../../platform/ui/index.ts';
import { call } from './api.ts';

/** Changes one's own password. */
export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const [old, setOld] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const send = useSend(() => call('POST', '/api/session/password', { old, password }), onDone);
  const submit = () => {
    setDiffer(password !== again);
    if (password === again) send.mutate(undefined);
  };
  return (
    <Form onSubmit={submit} submit={t('password.submit')} pending={send.isPending} refused={send.error ?? undefined}>
      <TextField
        label={t('password.old')}
        name="old"
        value={old}
        onChange={setOld}
        type="password"
        autoComplete="current-password"
        required
      />
      <TextField
        label={t('password.new')}
        name="password"
        hint={t('password.hint')}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="new-password"
        required
      />
      <TextField
        label={t('password.again')}
        value={again}
        onChange={setAgain}
        type="password"
        autoComplete="new-password"
        error={differ ? t('password.differ') : undefined}
        required
      />
    </Form>
  );
}
