import { useTranslation } from 'react-i18next';
import { useFormat, useSession } from '../../../../platform/shell/index.ts';
import { SelectField, TextField } from '../../../../platform/ui/index.ts';
import { sources } from '../../domain/index.ts';
import { Duplicates } from './Duplicates.tsx';

/** What somebody who calls can say of a child, as typed. */
export interface ToldChild {
  readonly name: string;
  readonly ward: string;
  readonly birthYear: string;
  readonly source: string;
}

/** The same as commands want it: what is not known is null. */
export const childOf = ({ name, ward, birthYear, source }: ToldChild) => ({
  name: name.trim(),
  ward: ward || null,
  birthYear: /^\d{4}$/.test(birthYear) ? Number(birthYear) : null,
  source,
});

/** Who the child is and how the city heard; files that may be of the same child are shown as soon as there is a name. */
export function ChildFields({ value, onChange }: { readonly value: ToldChild; readonly onChange: (value: ToldChild) => void }) {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const { ward: wardName } = useFormat();
  const set = (more: Partial<ToldChild>) => onChange({ ...value, ...more });
  const { name, birthYear } = childOf(value);
  return (
    <>
      <SelectField
        label={t('case.source')}
        name="source"
        value={value.source}
        onChange={(source) => set({ source })}
        options={sources.map((one) => [one, t(`source.${one}`)] as const)}
      />
      <TextField
        label={t('open.name')}
        name="name"
        hint={t('open.name-hint')}
        value={value.name}
        onChange={(text) => set({ name: text })}
        required
      />
      <div className="form__row">
        <SelectField
          label={t('case.ward')}
          name="ward"
          value={value.ward}
          onChange={(ward) => set({ ward })}
          options={[['', t('open.not-known')], ...city.wards.map((one) => [one, wardName(one)] as const)]}
        />
        <TextField
          label={t('open.birth-year')}
          name="birthYear"
          hint={t('open.birth-year-hint')}
          value={value.birthYear}
          onChange={(year) => set({ birthYear: year })}
          inputMode="numeric"
        />
      </div>
      <Duplicates question={{ ...(name ? { name } : {}), ...(birthYear ? { birthYear } : {}) }} />
    </>
  );
}
