import { type ReactNode, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { ChoiceField, DateField, Form, SelectField, TextField } from '../../ui/index.ts';
import { useCommand } from './reading.ts';

type Value = string | readonly string[];
export type FormValues = Readonly<Record<string, Value>>;
type Options = readonly (readonly [value: string, label: string, hint?: string])[];

/** A question of a form. Its answer is sent under its name; left out where it is empty and not required. */
export type FormField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly starts?: Value;
  /** Asked only where this holds of what was answered so far. */
  readonly when?: (values: FormValues) => boolean;
} & (
  | { readonly kind: 'line' | 'number' }
  | { readonly kind: 'text'; readonly lines?: number }
  | { readonly kind: 'day'; readonly min?: string; readonly max?: string }
  /** One of a few, all in sight. */
  | { readonly kind: 'one'; readonly options: Options }
  /** One of many. */
  | { readonly kind: 'pick'; readonly options: Options }
  | { readonly kind: 'several'; readonly options: Options }
  /** Yes, or nothing said: sent as true or false. */
  | { readonly kind: 'yes' }
);

const empty = (field: FormField): Value => field.starts ?? (field.kind === 'several' || field.kind === 'yes' ? [] : '');
const asked = (fields: readonly FormField[], values: FormValues) => fields.filter(({ when }) => !when || when(values));

/** What was answered, as a command takes it: numbers and truth values for what they are, nothing for what was not asked or answered. */
function answersOf(fields: readonly FormField[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    asked(fields, values).flatMap((field): [string, unknown][] => {
      const value = values[field.name] ?? empty(field);
      if (field.kind === 'yes') return [[field.name, value.length > 0]];
      if (field.kind === 'several') return [[field.name, value]];
      const text = (value as string).trim();
      if (text === '') return [];
      return [[field.name, field.kind === 'number' ? Number(text) : text]];
    }),
  );
}

function Question({
  field,
  value,
  onChange,
}: {
  readonly field: FormField;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const { name, label, required = false } = field;
  const words = { name, label, required, ...(field.hint ? { hint: field.hint } : {}) };
  const text = value as string;
  switch (field.kind) {
    case 'line':
      return <TextField {...words} value={text} onChange={onChange} />;
    case 'number':
      return <TextField {...words} value={text} onChange={onChange} type="number" inputMode="numeric" />;
    case 'text':
      return <TextField {...words} value={text} onChange={onChange} lines={field.lines ?? 4} />;
    case 'day': {
      const { min, max } = field;
      return <DateField {...words} value={text} onChange={onChange} {...(min ? { min } : {})} {...(max ? { max } : {})} />;
    }
    case 'one':
      return <ChoiceField {...words} value={[text]} onChange={([chosen]) => onChange(chosen!)} options={field.options} />;
    case 'pick':
      // Where nothing is filled in beforehand, nothing looks chosen.
      return <SelectField {...words} value={text} onChange={onChange} options={[...(field.starts === undefined ? [['', '—'] as const] : []), ...field.options.map(([key, said]) => [key, said] as const)]} />; // biome-ignore format: one question
    case 'several':
      return <ChoiceField {...words} several value={value as readonly string[]} onChange={onChange} options={field.options} />;
    case 'yes': {
      const { hint: _, ...bare } = words;
      return (
        <ChoiceField
          {...bare}
          label=""
          several
          value={value as readonly string[]}
          onChange={onChange}
          options={[['yes', label, ...(field.hint ? [field.hint] : [])] as never]}
        />
      );
    }
  }
}

/** The form of one command on one record: its questions, and what came of sending it. */
export function CommandForm({
  kind,
  id,
  name,
  fields,
  input = (answers) => answers,
  submit,
  about,
  expectedVersion,
  onDone,
  onClose,
}: {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FormField[];
  /** The command's input from the answers; the answers themselves unless said. `made` is the same new id however often the form is sent. */
  readonly input?: (answers: Record<string, unknown>, made: string) => object;
  readonly submit: string;
  /** What the reader should know before answering. */
  readonly about?: ReactNode;
  readonly expectedVersion?: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [values, setValues] = useState<FormValues>(() => Object.fromEntries(fields.map((field) => [field.name, empty(field)])));
  const [made] = useState(() => uuidv7());
  const command = useCommand(kind, onDone);
  const send = () =>
    command.mutate({
      id,
      name,
      input: input(answersOf(fields, values), made),
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    });
  return (
    <Form onSubmit={send} submit={submit} pending={command.isPending} refused={command.error ?? undefined} onCancel={onClose}>
      {about}
      {asked(fields, values).map((field) => (
        <Question
          key={field.name}
          field={field}
          value={values[field.name] ?? empty(field)}
          onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
        />
      ))}
    </Form>
  );
}
