import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Born } from '../../decider/index.ts';
import { BirthField, Button, ChoiceField, DateField, PartialDateField, SelectField, TextField } from '../../ui/index.ts';
import { useFormat } from '../format.ts';
import { useOffice } from '../office.ts';
import { useSession } from '../session.tsx';
import { asked, filledRows, newRow, type Row, withChange } from './answers.ts';
import type { FormField, FormValues, Words } from './field.ts';

type Of<K extends FormField['kind']> = Extract<FormField, { kind: K }>;
interface Asked<F, V> {
  readonly field: F;
  /** Its place in what is sent: `contacts/0/name`. */
  readonly at: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** The control of one field. */
function Question({ field, at, value, onChange, values }: Asked<FormField, unknown> & { readonly values: FormValues }) {
  const { label, required = false, maxLength } = field;
  const words = { name: at, label, required, ...(field.hint ? { hint: field.hint } : {}) };
  if (typeof field.kind === 'object') return <field.kind.Control words={words} value={value} onChange={onChange} values={values} />;
  const text = { ...words, value: value as string, onChange };
  const several = { ...words, several: true, value: value as readonly string[], onChange };
  switch (field.kind) {
    case 'line': {
      const { type = 'text', autoComplete } = field as Of<'line'>;
      return <TextField {...text} type={type} {...(autoComplete ? { autoComplete } : {})} maxLength={maxLength} />;
    }
    case 'number':
      return <TextField {...text} type="number" inputMode="numeric" />;
    case 'text':
      return <TextField {...text} lines={(field as Of<'text'>).lines ?? 4} maxLength={maxLength} />;
    case 'lines':
      return <TextField {...text} lines={2} />;
    case 'day': {
      const { min, max, soon } = field as Of<'day'>;
      return <DateField {...text} {...(min ? { min } : {})} {...(max ? { max } : {})} {...(soon ? { soon } : {})} />;
    }
    case 'partial-date':
      return <PartialDateField {...text} />;
    case 'born':
      return <BirthField {...words} value={value as Born | null} onChange={onChange} />;
    case 'ward':
    case 'wards':
      return <WardField {...words} several={field.kind === 'wards'} value={value as string | readonly string[]} onChange={onChange} />;
    case 'user':
      return <UserField {...text} />;
    case 'one':
      return (
        <ChoiceField {...words} value={[text.value]} onChange={([chosen]) => onChange(chosen!)} options={(field as Of<'one'>).options} />
      );
    case 'pick': {
      // Where nothing is filled in beforehand, nothing looks chosen.
      const options = (field as Of<'pick'>).options.map(([key, said]) => [key, said] as const);
      return <SelectField {...text} options={field.usual === undefined || !text.value ? [['', '—'], ...options] : options} />;
    }
    case 'several':
      return <Several field={field as Of<'several'>} at={at} value={several.value} onChange={onChange} />;
    case 'people':
      return <ChoiceField {...several} narrow options={(field as Of<'people'>).options} />;
    case 'yes':
      return <ChoiceField {...several} label="" hint="" options={[field.hint ? ['yes', label, field.hint] : ['yes', label]]} />;
    case 'group':
      return <Group field={field as Of<'group'>} at={at} value={value as readonly Row[]} onChange={onChange} />;
  }
}

/** A ward of the city, or several. */
function WardField({
  several,
  value,
  onChange,
  ...words
}: Words & { readonly several: boolean; readonly value: string | readonly string[]; readonly onChange: (value: unknown) => void }) {
  const { city } = useSession();
  const { ward } = useFormat();
  const options = city.wards.map((code) => [code, ward(code)] as const);
  if (!several) return <SelectField {...words} value={value as string} onChange={onChange} options={[['', '—'], ...options]} />;
  return <ChoiceField {...words} several inline narrow value={value as readonly string[]} onChange={onChange} options={options} />;
}

/** Somebody of the office who works with children. */
function UserField(of: Words & { readonly value: string; readonly onChange: (value: string) => void }) {
  const { workers } = useOffice();
  return <SelectField {...of} options={[['', '—'], ...workers.map(({ id, name }) => [id, name] as const)]} />;
}

function Several({ field, at, value, onChange }: Asked<Of<'several'>, readonly string[]>) {
  const { label, hint, options, groups, fold = false, inline = groups !== undefined || fold } = field;
  if (options.length === 0) return null;
  const common = { name: at, several: true, inline, ...(hint ? { hint } : {}) };
  if (groups)
    return groups.map(([title, within]) => (
      <ChoiceField
        key={title}
        {...common}
        label={title}
        value={value.filter((one) => within.includes(one))}
        onChange={(chosen) => onChange([...value.filter((one) => !within.includes(one)), ...chosen])}
        options={options.filter(([one]) => within.includes(one))}
      />
    ));
  const choices = <ChoiceField {...common} label={label} value={value} onChange={onChange} options={options} />;
  if (!fold) return choices;
  const chosen = options.filter(([one]) => value.includes(one)).map(([, said]) => said);
  return (
    <details>
      <summary>{[label, chosen.join(', ')].filter(Boolean).join(': ')}</summary>
      {choices}
    </details>
  );
}

/** The same questions for each of several. */
function Group({ field, at, value, onChange }: Asked<Of<'group'>, readonly Row[]>) {
  const { t } = useTranslation('shell');
  const { fields, one, add } = field;
  // Empty rows are not sent, and do not count.
  const sent = filledRows(fields, value);
  const change = (key: string, values: FormValues) => onChange(value.map((row) => (row.key === key ? { key, values } : row)));
  return (
    <>
      {field.none && value.length === 0 && <p className="soft">{field.none}</p>}
      {value.map((row, i) => (
        <fieldset key={row.key} className="form-group">
          <legend>{one(i + 1)}</legend>
          <Questions
            fields={fields}
            values={row.values}
            at={`${at}/${sent.indexOf(row)}/`}
            onChange={(values) => change(row.key, values)}
          />
          <div>
            <Button
              kind="quiet"
              label={`${t('form.remove')}: ${one(i + 1)}`}
              onPress={() => onChange(value.filter(({ key }) => key !== row.key))}
            >
              {t('form.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onPress={() => onChange([...value, newRow(fields)])}>{add}</Button>
      </div>
    </>
  );
}

/** Fields one below the other, those with `beside` in the row of another. */
export function Questions({
  fields,
  values,
  at = '',
  onChange,
  below,
}: {
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly at?: string;
  readonly onChange: (values: FormValues) => void;
  /** What is shown under a field besides its control. */
  readonly below?: (field: FormField) => ReactNode;
}) {
  const rows: FormField[][] = [];
  for (const field of asked(fields, values)) {
    if (field.beside) rows.at(-1)?.push(field);
    else rows.push([field]);
  }
  return rows.map((row) => {
    const questions = row.map((field) => (
      <div key={field.name} className="form-question" data-field={at + field.name}>
        <Question
          field={field}
          at={at + field.name}
          value={values[field.name]}
          values={values}
          onChange={(value) => onChange(withChange(fields, values, field.name, value))}
        />
        {below?.(field)}
      </div>
    ));
    const [{ name, heading, lead }] = row as [FormField];
    return (
      <Fragment key={name}>
        {heading && <h3>{heading}</h3>}
        {lead && <p className="small soft">{lead}</p>}
        {row.length === 1 ? questions : <div className="form__row">{questions}</div>}
      </Fragment>
    );
  });
}
