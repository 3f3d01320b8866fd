import { useTranslation } from 'react-i18next';
import { TextField } from '../../../platform/ui/index.ts';

/** A code of the app, or a recovery code. */
export function CodeField({ value, onChange }: { readonly value: string; readonly onChange: (code: string) => void }) {
  const { t } = useTranslation('accounts');
  return (
    <TextField
      label={t('factor.code')}
      name="code"
      hint={t('factor.code-hint')}
      value={value}
      onChange={onChange}
      autoComplete="one-time-code"
      required
    />
  );
}
