import { useId } from 'react';
import './filters.css';

interface Option {
  readonly value: string;
  readonly label: string;
  /** Stands before the label, stronger: a count. */
  readonly n?: string;
  /** How it looks once chosen: orange asks for attention, red is a child in danger now. */
  readonly tone?: 'orange' | 'red' | undefined;
}

/** One of a few, side by side: answers to one question, or the tiers of a list. Nothing is chosen before a person does. */
export function Segment({
  label,
  hint,
  options,
  value,
  onChange,
  labelHidden = false,
  required = false,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly labelHidden?: boolean;
  /** Nothing is sent before one was chosen. */
  readonly required?: boolean;
}) {
  const id = useId();
  return (
    <fieldset className="field segment-field" {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}>
      <legend className={labelHidden ? 'hidden-visually' : 'field__label'}>{label}</legend>
      <div className="segment">
        {options.map(({ value: one, label: words, n, tone }) => (
          <label key={one} className={tone ? `segment__${tone}` : undefined}>
            <input type="radio" name={id} value={one} required={required} checked={value === one} onChange={() => onChange(one)} />
            <span>
              {n && <b className="numeric">{n}</b>} {words}
            </span>
          </label>
        ))}
      </div>
      {hint && (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </fieldset>
  );
}
