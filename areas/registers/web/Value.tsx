import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../platform/shell/index.ts';
import { Name } from '../../../platform/ui/index.ts';
import { isDateField } from '../domain/names.ts';

/** What a row says in one field: codes in words, days as the reader writes them, all else as the register has it. */
export function Value({ field, value }: { readonly field: string; readonly value: string }) {
  const { t, i18n } = useTranslation('registers');
  const { date } = useFormat();
  if (isDateField(field)) return date(value);
  const key = `value.${field}.${value}`;
  return i18n.exists(key, { ns: 'registers' }) ? t(key) : <Name>{value}</Name>;
}
