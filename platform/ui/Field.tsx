import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Notice } from './Marks.tsx';

/** What was refused, as a form shows it: a sentence, and the fields it is about. */
interface Refused {
  readonly sentence: string;
  readonly fields: readonly string[];
}
/** What is wrong in a form: a sentence for each field by its name. */
export type Wrong = ReadonlyMap<string, string>;
const WrongContext = createContext<Wrong>(new Map());

/** `/contacts/0/name`, as a refusal names a field, is the field `contacts/0/name`, or stands in the field `contacts`. */
const sentenceFor = (wrong: Wrong, name: string) => [...wrong].find(([field]) => field === name || field.startsWith(`${name}/`))?.[1];
const controls = ':is(input, select, textarea, button):not([disabled])';

interface FormProps {
  readonly onSubmit: () => void;
  readonly submit: string;
  readonly pending?: boolean;
  /** A refusal of what was sent: what is typed stays as it is. */
  readonly refused?: Refused | undefined;
  /** What the form itself found wrong before sending; the browser's own sentences are not asked for then. */
  readonly wrong?: Wrong;
  readonly onCancel?: () => void;
  /** The cursor stands in the first field as soon as the form is there. */
  readonly focus?: boolean;
  readonly grave?: boolean;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** Fields and the button that sends them. What is wrong stands under its field, and the first such field has the cursor. */
export function Form({
  onSubmit,
  submit,
  pending = false,
  refused,
  wrong,
  onCancel,
  focus = false,
  grave = false,
  children,
  wide = false,
}: FormProps) {
  const { t } = useTranslation('ui');
  const form = useRef<HTMLFormElement>(null);
  // A refusal that no field of the form shows is said at its end.
  const [unplaced, setUnplaced] = useState(false);
  const sentences: Wrong = new Map([
    ...(wrong ?? []),
    ...(refused?.fields ?? []).map((field) => [field.replace(/^\//, ''), refused!.sentence] as const),
  ]);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>(`[data-wrong] ${controls}`);
    setUnplaced(refused !== undefined && !first);
    if (refused || wrong?.size) first?.focus();
  }, [refused, wrong]);
  useEffect(() => {
    if (focus) form.current?.querySelector<HTMLElement>(`.field ${controls}`)?.focus({ preventScroll: true });
  }, [focus]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) onSubmit();
  };
  return (
    <WrongContext value={sentences}>
      <form className={`form${wide ? ' form--wide' : ''}`} onSubmit={send} ref={form} noValidate={wrong !== undefined}>
        {children}
        {refused && unplaced && (
          <div role="alert">
            <Notice tone="orange">{refused.sentence}</Notice>
          </div>
        )}
        <div className="buttons">
          <Button kind={grave ? 'grave' : 'primary'} type="submit" pending={pending}>
            {submit}
          </Button>
          {onCancel && <Button onPress={onCancel}>{t('cancel')}</Button>}
        </div>
      </form>
    </WrongContext>
  );
}

export interface Common {
  readonly label: string;
  /** The field's name in what is sent, `contacts/0/name` in a list: a refusal that names it stands under it. */
  readonly name?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly grow?: boolean;
}

export function useField({ name, hint, error }: Common) {
  const id = useId();
  const sentences = useContext(WrongContext);
  const wrong = error ?? (name ? sentenceFor(sentences, name) : undefined);
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  const describes = described ? { 'aria-describedby': described } : {};
  return { id, wrong, describes, input: { id, className: 'input', ...describes, ...(wrong ? { 'aria-invalid': true } : {}) } };
}

export const Sentence = ({ id, wrong }: { readonly id: string; readonly wrong: string | undefined }) =>
  wrong && (
    <span className="field__error" role="alert" id={`${id}-error`}>
      {wrong}
    </span>
  );

export function Frame({ id, wrong, label, hint, grow, children }: Common & { id: string; wrong: string | undefined; children: ReactNode }) {
  return (
    <div className={`field${grow ? ' field--grow' : ''}`} {...(wrong ? { 'data-wrong': true } : {})}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children}
      <Sentence id={id} wrong={wrong} />
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
  maxLength,
  ...common
}: Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'search' | 'number' | 'time' | 'tel' | 'email';
  readonly lines?: number;
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'email';
  readonly maxLength?: number | undefined;
}) {
  const { id, wrong, input } = useField(common);
  const given = {
    ...{ ...input, value, required: common.required ?? false, dir: 'auto', autoComplete },
    ...(inputMode ? { inputMode } : {}),
    ...(maxLength ? { maxLength } : {}),
  };
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

/** One or several of a few choices, all in sight. Of one of a few that is `required`, nothing is sent before one was chosen. `narrow`: where there are many, those that have what is typed in their words, and those that are chosen. */
export function ChoiceField({
  value,
  onChange,
  options,
  several = false,
  narrow = false,
  inline = false,
  ...common
}: Common & {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly options: readonly (readonly [value: string, label: string, hint?: string])[];
  readonly several?: boolean;
  readonly narrow?: boolean;
  /** Many short choices stand beside each other. */
  readonly inline?: boolean;
}) {
  const { label, hint, required = false } = common;
  const { id, wrong, describes } = useField(common);
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const sought = typed.trim().toLocaleLowerCase();
  const shown = options.filter(([key, words]) => value.includes(key) || words.toLocaleLowerCase().includes(sought));
  return (
    <fieldset className="field field--group" {...describes} {...(wrong ? { 'data-wrong': true } : {})}>
      <legend className="field__label">{label}</legend>
      {hint && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
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
      <div className={`choices${inline ? ' choices--inline' : ''}`}>
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
      <Sentence id={id} wrong={wrong} />
    </fieldset>
  );
}
