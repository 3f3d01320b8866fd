import { useTranslation } from 'react-i18next';
import { Page, Section, useNavigate, useToast } from '../../../platform/ui/index.ts';
import { PasswordForm } from './PasswordForm.tsx';

export default function PasswordPage() {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  const say = useToast();
  const done = () => {
    say(t('password.done'));
    void navigate({ to: '/settings' });
  };
  return (
    <Page title={t('password.title')} back={{ to: '/settings', label: t('shell:settings.nav') }}>
      <Section>
        <PasswordForm onDone={done} />
      </Section>
    </Page>
  );
}
