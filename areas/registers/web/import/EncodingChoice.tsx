import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../../platform/ui/index.ts';
import { type Encoding, encodings } from '../../domain/names.ts';

/** How the letters of a text are read: recognised, and chosen otherwise where they look wrong. */
export function EncodingChoice({ value, onChange }: { readonly value: Encoding; readonly onChange: (encoding: Encoding) => void }) {
  const { t } = useTranslation('registers');
  return (
    <SelectField
      label={t('wizard.encoding')}
      hint={t('wizard.encoding-hint')}
      value={value}
      onChange={(encoding) => onChange(encoding as Encoding)}
      options={encodings.map((encoding) => [encoding, t(`encoding.${encoding}`)] as const)}
    />
  );
}
