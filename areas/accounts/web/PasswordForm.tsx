import { useTranslation } from 'react-i18next';
import { useSend } from '../../../platform/shell/index.ts';
import { AccessForm, useAccessFields } from './AccessForm.tsx';
import { call } from './api.ts';

/** Changes one's own password. */
export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const { password, newPassword } = useAccessFields();
  const { hint: _, ...again } = newPassword;
  const send = useSend(
    ({ old, password: chosen }: { old: string; password: string }) => call('POST', '/api/session/password', { old, password: chosen }),
    onDone,
  );
  return (
    <AccessForm
      fields={[
        { ...password, name: 'old', label: t('password.old') },
        { ...newPassword, label: t('password.new') },
        {
          ...again,
          name: 'again',
          label: t('password.again'),
          check: (typed) => (typed['again'] === typed['password'] ? undefined : t('password.differ')),
        },
      ]}
      send={send}
      submit={t('password.submit')}
    />
  );
}
