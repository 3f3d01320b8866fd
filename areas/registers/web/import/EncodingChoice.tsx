import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../../platform/ui/index.ts';
import type { Encoding } from '../../domain/index.ts';

const encodingOrder = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'windows-1256',
  'euc-kr',
  'big5',
  'gb18030',
  'shift_jis',
] as const satisfies readonly Encoding[];
// Does not compile once an encoding cannot be chosen.
const everyEncodingIsOffered: Exclude<Encoding, (typeof encodingOrder)[number]> extends never ? true : never = true;
void everyEncodingIsOffered;

/** How the letters of a text are read: recognised, and chosen otherwise where they look wrong. */
export function EncodingChoice({ value, onChange }: { readonly value: Encoding; readonly onChange: (encoding: Encoding) => void }) {
  const { t } = useTranslation('registers');
  return (
    <SelectField
      label={t('wizard.encoding')}
      hint={t('wizard.encoding-hint')}
      value={value}
      onChange={(encoding) => onChange(encoding as Encoding)}
      options={encodingOrder.map((encoding) => [encoding, t(`encoding.${encoding}`)] as const)}
    />
  );
}
