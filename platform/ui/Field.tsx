import { createContext, type FormEvent, type ReactNode, useContext, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Notice } from './Marks.tsx';

/** What was refused, as a form shows it: a sentence, and the fields it is about. */
interface Refused {
  readonly sentence: string;
  readonly fields: readonly string[];
}
const RefusedContext = createContext<Refused | undefined>(undefined);

interface FormProps {
  readonly onSubmit: () => void;
  readonly submit: string;
  readonly pending?: boolean;
  /** A refusal of what was sent: what is typed stays as it is. */
  readonly refused?: Refused | undefined;
  readonly onCancel?: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

export function Form({ onSubmit, submit, pending = false, refused, onCancel, children, wide = false }: FormProps) {
  const { t } = useTranslation('ui');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) onSubmit();
  };
  return (
    <RefusedContext value={refused}>
      <form className={`form${wide ? ' form--wide' : ''}`} onSubmit={send}>
        {children}
        {refused && <Notice tone="red">{refused.sentence}</Notice>}
        <div className="buttons">
          <Button kind="primary" type="submit" pending={pending}>
            {submit}
          </Button>
          {onCancel && <Button onPress={onCancel}>{t('cancel')}</Button>}
        </div>
      </form>
    </RefusedContext>
  );
}

interface Common {
  readonly label: string;
  /** The field's name in what is sent: a refusal that names it marks it. */
  readonly name?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly grow?: boolean;
}

function useField({ name, hint, error }: Common) {
  const id = useId();
  const refused = useContext(RefusedContext);
  const wrong =
    error ??
    (name && refused?.fields.some((field) => field === `/${name}` || field.startsWith(`/${name}/`)) ? refused?.sentence : undefined);
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    wrong,
    input: { id, className: 'input', ...(described ? { 'aria-describedby': described } : {}), ...(wrong ? { 'aria-invalid': true } : {}) },
  };
}

function Frame({ id, wrong, label, hint, grow, children }: Common & { id: string; wrong: string | undefined; children: ReactNode }) {
  return (
    <div className={`field${grow ? ' field--grow' : ''}`}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children}
      {wrong && (
        <span className="field__error" id={`${id}-error`}>
          {wrong}
        </span>
      )}
    </div>
  );
}

export function TextField({
  value,
  onChange,
  type = 'text',
  lines,
  autoComplete = 'off',
  inputMode,
  ...common
}: Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'search' | 'number' | 'time' | 'tel' | 'email';
  readonly lines?: number;
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'email';
}) {
  const { id, wrong, input } = useField(common);
  const given = { ...input, value, required: common.required ?? false, dir: 'auto', autoComplete, ...(inputMode ? { inputMode } : {}) };
  return (
    <Frame {...common} id={id} wrong={wrong}>
      {lines ? (
        <textarea {...given} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...given} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
    </Frame>
  );
}

/** A day, by the browser's own picker: it knows the phone's keyboard and screen reader. ISO in and out. */
export function DateField({
  value,
  onChange,
  min,
  max,
  ...common
}: Common & { readonly value: string; readonly onChange: (value: string) => void; readonly min?: string; readonly max?: string }) {
  const { id, wrong, input } = useField(common);
  return (
    <Frame {...common} id={id} wrong={wrong}>
      <input
        {...input}
        className="input input--short"
        type="date"
        value={value}
        required={common.required ?? false}
        {...(min ? { min } : {})}
        {...(max ? { max } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
}

export function SelectField({
  value,
  onChange,
  options,
  ...common
}: Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, label: string])[];
}) {
  const { id, wrong, input } = useField(common);
  return (
    <Frame {...common} id={id} wrong={wrong}>
      <select {...input} value={value} required={common.required ?? false} onChange={(event) => onChange(event.target.value)}>
        {options.map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** Beyond so many people those in sight can be narrowed by typing. */
const manyChoices = 8;

/** One or several of a few choices, all in sight. `narrow`: where there are many, those that have what is typed in their words, and those that are chosen. */
export function ChoiceField({
  label,
  hint,
  value,
  onChange,
  options,
  several = false,
  required = false,
  narrow = false,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly options: readonly (readonly [value: string, label: string, hint?: string])[];
  readonly several?: boolean;
  /** Of one of a few: nothing is sent before one was chosen. */
  readonly required?: boolean;
  readonly narrow?: boolean;
}) {
  const id = useId();
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const sought = typed.trim().toLocaleLowerCase();
  const shown = options.filter(([key, words]) => value.includes(key) || words.toLocaleLowerCase().includes(sought));
  return (
    <fieldset className="field" style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="field__label" style={{ padding: 0 }}>
        {label}
      </legend>
      {hint && <span className="field__hint">{hint}</span>}
      {narrow && options.length > manyChoices && (
        <input
          className="input input--short"
          type="search"
          dir="auto"
          autoComplete="off"
          aria-label={`${label}: ${t('narrow')}`}
          placeholder={t('narrow')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          // What is typed here narrows the choices and sends nothing.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      {shown.length === 0 && <span className="field__hint">{t('none-such')}</span>}
      <div className="choices">
        {shown.map(([key, words, more]) => (
          <label key={key} className="choice">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              required={required && !several}
              checked={value.includes(key)}
              onChange={(event) => onChange(!several ? [key] : event.target.checked ? [...value, key] : value.filter((one) => one !== key))}
            />
            <span>
              {words}
              {more && <span className="field__hint"> {more}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
