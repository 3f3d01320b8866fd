import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { DateField, SelectField, TextField } from '../../../../platform/ui/index.ts';
import type { CanonicalField } from '../../domain/index.ts';
import { codesByField, isDateField } from '../../domain/names.ts';
import './words.css';

/** A word that cannot be read, and in how many rows it stands where that is known. */
export interface ShownWord {
  readonly field: CanonicalField;
  readonly word: string;
  readonly rows?: number;
  readonly aside?: boolean;
}

/** What is chosen of a word: nothing yet, that it says nothing, that it is kept as it is written, or a value in our form. */
export type Meaning = string | undefined;

const nothing = '·';
const asWritten = '=';
const codesOf = (field: CanonicalField): readonly string[] => codesByField[field as keyof typeof codesByField] ?? [];

/** What a word means, as whoever knows the register says. */
export function WordField({
  of,
  value,
  onChange,
}: {
  readonly of: ShownWord;
  readonly value: Meaning;
  readonly onChange: (value: Meaning) => void;
}) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const { field, word, rows, aside = false } = of;
  const label = t('words.means', { word: word.length > 60 ? `${word.slice(0, 60)}…` : word });
  const hint = [
    t(`field.${field}`),
    ...(rows === undefined ? [] : [t('words.rows', { count: rows, n: number(rows) })]),
    ...(aside ? [t('words.aside')] : []),
  ].join(' · ');
  const codes = codesOf(field);
  if (codes.length > 0) {
    const own = ['relationship_to_head', 'left_reason', 'carer_absent'].includes(field);
    const chosen = value === undefined ? '' : value === '' ? nothing : codes.includes(value) ? value : asWritten;
    return (
      <SelectField
        label={label}
        hint={hint}
        value={chosen}
        onChange={(key) => onChange(key === '' ? undefined : key === nothing ? '' : key === asWritten ? word : key)}
        options={[
          ['', t('words.open')],
          ...codes.map((code) => [code, t(`value.${field}.${code}`)] as const),
          ...(own ? [[asWritten, t('words.as-written')] as const] : []),
          [nothing, t('words.nothing')],
        ]}
      />
    );
  }
  const typed = { label, hint, value: value ?? '', onChange: (text: string) => onChange(text === '' ? undefined : text) };
  return isDateField(field) ? <DateField {...typed} /> : <TextField {...typed} maxLength={100} />;
}
