import { useTranslation } from 'react-i18next';
import type { Born } from '../../../../platform/decider/index.ts';
import { useFormat, useSession } from '../../../../platform/shell/index.ts';
import { BirthField, SelectField, TextField } from '../../../../platform/ui/index.ts';
import { sources } from '../../domain/index.ts';
import { Duplicates } from './Duplicates.tsx';

/** What somebody who calls can say of a child, as typed. */
export interface ToldChild {
  readonly name: string;
  readonly ward: string;
  readonly born: Born | null;
  readonly source: string;
}

export const nothingTold: ToldChild = { name: '', ward: '', born: null, source: 'call' };

/** The same as commands want it: what is not known is null. */
export const childOf = ({ name, ward, born, source }: ToldChild) => ({
  name: name.trim(),
  ward: ward || null,
  born,
  source,
});

/** Who the child is and how the city heard; files that may be of the same child are shown as soon as there is a name. */
export function ChildFields({ value, onChange }: { readonly value: ToldChild; readonly onChange: (value: ToldChild) => void }) {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const { ward: wardName } = useFormat();
  const set = (more: Partial<ToldChild>) => onChange({ ...value, ...more });
  const { name, born } = childOf(value);
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
      </div>
      <BirthField
        label={t('open.born')}
        name="born"
        hint={t('open.born-hint')}
        value={value.born}
        onChange={(days) => set({ born: days })}
      />
      <Duplicates question={{ ...(name ? { name } : {}), ...(born ? { born } : {}) }} />
    </>
  );
}
