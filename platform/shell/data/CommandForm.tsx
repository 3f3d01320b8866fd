import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Button, ChoiceField, DateField, Form, Notice, SelectField, TextField } from '../../ui/index.ts';
import { useCommand, useReadAnew } from './reading.ts';

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
  /** Several of the people of the office; not asked where there is nobody. */
  | { readonly kind: 'people'; readonly options: Options }
  /** Yes, or nothing said: sent as true or false. */
  | { readonly kind: 'yes' }
);

const empty = (field: FormField): Value =>
  field.starts ?? (field.kind === 'several' || field.kind === 'people' || field.kind === 'yes' ? [] : '');
const asked = (fields: readonly FormField[], values: FormValues) =>
  fields.filter((field) => (!field.when || field.when(values)) && !(field.kind === 'people' && field.options.length === 0));

/** What was answered, as a command takes it: numbers and truth values for what they are, nothing for what was not asked or answered. */
function answersOf(fields: readonly FormField[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    asked(fields, values).flatMap((field): [string, unknown][] => {
      const value = values[field.name] ?? empty(field);
      if (field.kind === 'yes') return [[field.name, value.length > 0]];
      if (field.kind === 'several') return [[field.name, value]];
      if (field.kind === 'people') return value.length > 0 ? [[field.name, value]] : [];
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
    case 'people':
      return <ChoiceField {...words} several narrow value={value as readonly string[]} onChange={onChange} options={field.options} />;
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

const startsOf = (fields: readonly FormField[]): FormValues => Object.fromEntries(fields.map((field) => [field.name, empty(field)]));
const same = (one: Value | undefined, other: Value | undefined) => JSON.stringify(one) === JSON.stringify(other);
/** How often a form is sent again by itself where others changed the record meanwhile, but nothing that it asks. */
const byItself = 3;

/** What somebody else wrote to a question while this form was open, beside what stands in it. */
function Meanwhile({
  field,
  theirs,
  mine,
  onTake,
}: {
  readonly field: FormField;
  readonly theirs: Value;
  readonly mine: Value;
  readonly onTake: () => void;
}) {
  const { t } = useTranslation('shell');
  if (same(theirs, mine)) return <p className="small soft">{t('meanwhile.taken')}</p>;
  const wordOf = (value: string) => ('options' in field && field.options.find(([key]) => key === value)?.[1]) || value;
  const said = field.kind === 'yes' ? t(theirs.length > 0 ? 'meanwhile.yes' : 'meanwhile.no') : [theirs].flat().map(wordOf).join(', ');
  return (
    <Notice tone="orange" title={t('meanwhile.theirs')}>
      <p dir="auto" className="prose">
        {said || t('meanwhile.nothing')}
      </p>
      <Button label={`${t('meanwhile.take')}: ${field.label}`} onPress={onTake}>
        {t('meanwhile.take')}
      </Button>
    </Notice>
  );
}

/** The form of one command on one record: its questions, and what came of sending it. */
export function CommandForm({
  kind,
  id,
  name,
  fields: first,
  input = (answers) => answers,
  submit,
  about,
  version: read,
  anew,
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
  /** The version of the record on which the questions rest; where it has another by then, nothing is overwritten unseen. */
  readonly version?: number;
  /** The questions as they stand once the record was read anew. Without it, whoever comes second is refused. */
  readonly anew?: () => { readonly fields: readonly FormField[]; readonly version: number } | undefined;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shell');
  const [fields, setFields] = useState(first);
  const [version, setVersion] = useState(read);
  const [values, setValues] = useState<FormValues>(() => startsOf(first));
  const [theirs, setTheirs] = useState<FormValues>({});
  const [made] = useState(() => uuidv7());
  const command = useCommand(kind, onDone);
  const readAnew = useReadAnew();
  /** Others changed the record: what they wrote to what is asked here is shown; where they wrote nothing of that, the form goes on its way. */
  const merge = async (tries: number) => {
    await readAnew();
    const now = anew?.();
    if (!now || now.version === version) return;
    const [before, after] = [startsOf(fields), startsOf(now.fields)];
    const changed = Object.keys(after).filter((one) => !same(before[one], after[one]));
    setFields(now.fields);
    setVersion(now.version);
    if (changed.length === 0 && tries > 0) return send(now.version, tries - 1);
    command.reset();
    setTheirs(Object.fromEntries(changed.map((one) => [one, after[one]!])));
    // What was left as it stood becomes what they wrote; what was written here stays.
    const untouched = changed.filter((one) => same(values[one], before[one]));
    setValues({ ...values, ...Object.fromEntries(untouched.map((one) => [one, after[one]!])) });
  };
  const send = (on = version, tries = byItself): void =>
    command.mutate(
      { id, name, input: input(answersOf(fields, values), made), ...(on === undefined ? {} : { expectedVersion: on }) },
      { onError: (problem) => void (problem.code === 'ledger.changed-meanwhile' && anew && merge(tries)) },
    );
  const set = (field: string, value: Value) => setValues((now) => ({ ...now, [field]: value }));
  return (
    <Form onSubmit={() => send()} submit={submit} pending={command.isPending} refused={command.error ?? undefined} onCancel={onClose}>
      {about}
      {Object.keys(theirs).length > 0 && (
        <div role="alert">
          <Notice tone="orange" title={t('meanwhile.title')}>
            {t('meanwhile.lead')}
          </Notice>
        </div>
      )}
      {asked(fields, values).map((field) => {
        const [mine, other] = [values[field.name] ?? empty(field), theirs[field.name]];
        return (
          <Fragment key={field.name}>
            <Question field={field} value={mine} onChange={(value) => set(field.name, value)} />
            {other !== undefined && <Meanwhile field={field} theirs={other} mine={mine} onTake={() => set(field.name, other)} />}
          </Fragment>
        );
      })}
    </Form>
  );
}
