import { useTranslation } from 'react-i18next';
import { Button, Buttons, Dialog, Notice } from '../../../../platform/ui/index.ts';

/** A first password, shown once. */
export function FirstPassword({ password, onDone }: { readonly password: string | undefined; readonly onDone: () => void }) {
  const { t } = useTranslation('accounts');
  return (
    <Dialog title={t('users.issued')} isOpen={password !== undefined} onClose={onDone}>
      <p>{t('users.issued-lead')}</p>
      <Notice tone="blue">
        <code dir="ltr">{password}</code>
      </Notice>
      <Buttons>
        <Button kind="primary" onPress={onDone}>
          {t('users.issued-done')}
        </Button>
      </Buttons>
    </Dialog>
  );
}
