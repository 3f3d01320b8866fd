import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PartialDateField, TextField } from '../../../../platform/ui/index.ts';
import { type Answer, type AskedQuestion, type Words, yesNo } from '../../domain/index.ts';

interface Props {
  readonly question: AskedQuestion;
  readonly value: Answer | undefined;
  /** Undefined: the answer is taken back. */
  readonly onChange: (value: Answer | undefined) => void;
  readonly error: string | undefined;
  readonly say: (words: Words | undefined) => string;
  /** What stands beside it: what was said the last time. */
  readonly beside?: ReactNode;
}

/** One question, as its type is answered on a phone. */
export function QuestionField({ question, value, onChange, error, say, beside }: Props) {
  const { t } = useTranslation('forms');
  const label = say(question.label);
  const hint = say(question.hint);
  const common = { label, ...(hint ? { hint } : {}), error, beside };
  switch (question.type) {
    case 'text':
      return (
        <TextField {...common} value={typeof value === 'string' ? value : ''} onChange={(text) => onChange(text || undefined)} lines={3} />
      );
    case 'number':
      return (
        <TextField
          {...common}
          type="number"
          value={typeof value === 'number' ? String(value) : ''}
          onChange={(text) => onChange(text === '' ? undefined : Number(text))}
        />
      );
    case 'date':
      return (
        <Group {...common}>
          <PartialDateField value={typeof value === 'string' ? value : ''} onChange={(date) => onChange(date || undefined)} />
        </Group>
      );
    case 'yes-no':
      return (
        <Choices
          {...common}
          row
          chosen={[value]}
          onChoose={onChange}
          options={yesNo.map((one) => ({ value: one, words: t(`fill.${one}`) }))}
        />
      );
    case 'scale':
      return <Scale {...common} question={question} value={value} onChange={onChange} say={say} />;
    case 'one':
      return (
        <Choices
          {...common}
          chosen={[value]}
          onChoose={onChange}
          options={question.choices.map(({ name, label: words }) => ({ value: name, words: say(words) }))}
        />
      );
    case 'several': {
      const chosen = typeof value === 'object' ? value : [];
      const toggle = (name: Answer) => {
        const more = chosen.includes(name as string) ? chosen.filter((one) => one !== name) : [...chosen, name as string];
        onChange(more.length > 0 ? more : undefined);
      };
      return (
        <Choices
          {...common}
          several
          chosen={chosen}
          onChoose={toggle}
          options={question.choices.map(({ name, label: words }) => ({ value: name, words: say(words) }))}
        />
      );
    }
  }
}

/** The steps of a scale as numbers in a row, with the words of the one that is chosen; all words are said to who does not see them. */
function Scale({
  question: { steps, least = 0 },
  value,
  onChange,
  say,
  ...group
}: Omit<GroupProps, 'children'> & Pick<Props, 'question' | 'value' | 'onChange' | 'say'>) {
  const { t } = useTranslation('forms');
  const chosen = typeof value === 'number' ? steps[value - least] : undefined;
  return (
    <>
      <Choices
        {...group}
        row
        chosen={[value]}
        onChoose={onChange}
        options={steps.map((step, i) => ({ value: i + least, words: say(step), number: true }))}
      />
      {chosen && (
        <p className="small soft" dir="auto">
          {say(chosen)}
        </p>
      )}
      <details className="small scale-words">
        <summary>{t('fill.what-it-means')}</summary>
        <ol start={least}>
          {steps.map((step) => (
            <li key={say(step)} dir="auto">
              {say(step)}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

interface GroupProps {
  readonly label: string;
  readonly beside?: ReactNode;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly children: ReactNode;
}

/** A question whose answer is given by more than one control. */
function Group({ label, hint, error, beside, children }: GroupProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className="field question" {...(described ? { 'aria-describedby': described } : {})}>
      <legend className="field__label" dir="auto">
        {label}
        {beside && <span className="question__beside"> {beside}</span>}
      </legend>
      {hint && (
        <span className="field__hint" id={`${id}-hint`} dir="auto">
          {hint}
        </span>
      )}
      {children}
      {error && (
        <span className="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </fieldset>
  );
}

/** Choices that are all in sight; in a row where they are short, each wide enough for a thumb. */
export function Choices({
  options,
  chosen,
  onChoose,
  several = false,
  row = false,
  ...group
}: Omit<GroupProps, 'children'> & {
  readonly options: readonly { readonly value: string | number; readonly words: string; readonly number?: boolean }[];
  readonly chosen: readonly (Answer | undefined)[];
  readonly onChoose: (value: string | number) => void;
  readonly several?: boolean;
  readonly row?: boolean;
}) {
  const id = useId();
  return (
    <Group {...group}>
      <div className={row ? 'choice-row' : 'choices'}>
        {options.map(({ value, words, number }) => (
          <label key={value} className={row ? 'choice-row__one' : 'choice'}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              checked={chosen.includes(value)}
              aria-invalid={group.error !== undefined}
              onChange={() => onChoose(value)}
            />
            <span dir="auto">
              {number && <strong className="numeric">{value}</strong>}
              {number ? <span className="hidden-visually"> {words}</span> : words}
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}
