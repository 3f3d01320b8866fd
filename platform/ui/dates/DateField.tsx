import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarAtHand, writtenIn, writtenOf } from '../../calendar/calendar.ts';
import { type Born, bornOn, partialOf } from '../../decider/index.ts';
import { type Common, Frame, SelectField, Sentence, TextField, useField } from '../Field.tsx';

const calendar = calendarAtHand('gregorian')!;

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function partsOf(days: Born | null): Parts {
  const written = days && (writtenOf(calendar, days) ?? calendar.of(days.first));
  const text = (n: number | undefined) => (n === undefined ? '' : String(n));
  return { year: text(written?.year), month: text(written?.month), day: text(written?.day) };
}

/** The days that typed parts mean; undefined where they mean none, null where nothing was typed. */
function daysOf({ year, month, day }: Parts): Born | undefined | null {
  if (`${year}${month}${day}`.trim() === '') return null;
  const numbers = [year, month, day].map((text) => (text.trim() === '' ? undefined : Number(text)));
  // Three figures are the beginning of a year.
  if (numbers[0] === undefined || numbers[0] < 1000 || numbers.some((n) => n !== undefined && !Number.isInteger(n))) return undefined;
  return writtenIn(calendar, { year: numbers[0], month: numbers[1], day: numbers[2] });
}

const keyOf = (days: Born | null | undefined) => (days ? `${days.first}/${days.last}` : '');

/**
 * A date in its parts, of which the month and the day may be unknown. What was typed stays as it was typed while it means nothing yet.
 */
function DateParts({
  days,
  onDays,
  required = false,
}: {
  readonly days: Born | null;
  readonly onDays: (days: Born | null) => void;
  readonly required?: boolean | undefined;
}) {
  const { t, i18n } = useTranslation('ui');
  const [typed, setTyped] = useState(() => ({ key: keyOf(days), parts: partsOf(days) }));
  const parts = typed.key === keyOf(days) ? typed.parts : partsOf(days);
  const set = (more: Partial<Parts>) => {
    const now = { ...parts, ...more };
    const taken = daysOf(now) ?? null;
    setTyped({ key: keyOf(taken), parts: now });
    onDays(taken);
  };
  const meant = daysOf(parts);
  const wrong = meant === undefined && parts.year.length >= 4;
  const months = calendar.months(i18n.language).map((name, i) => [String(i + 1), name] as const);
  return (
    <>
      <div className="form__row">
        <TextField label={t('date.year')} inputMode="numeric" value={parts.year} onChange={(year) => set({ year })} required={required} />
        <SelectField
          label={t('date.month')}
          value={parts.month}
          onChange={(month) => set({ month })}
          options={[['', t('date.not-known')], ...months]}
        />
        <TextField label={t('date.day')} inputMode="numeric" value={parts.day} onChange={(day) => set({ day })} />
      </div>
      {wrong && (
        <span className="field__error" role="alert">
          {t('date.no-such-day')}
        </span>
      )}
    </>
  );
}

/** Parts of a date under one name. */
function Parted({ children, ...common }: Common & { readonly children: ReactNode }) {
  const { id, wrong, describes } = useField(common);
  return (
    <fieldset className="field field--parts" {...describes} {...(wrong ? { 'data-wrong': true } : {})}>
      <legend className="field__label">{common.label}</legend>
      {common.hint && (
        <span className="field__hint" id={`${id}-hint`}>
          {common.hint}
        </span>
      )}
      {children}
      <Sentence id={id} wrong={wrong} />
    </fieldset>
  );
}

const orNothing = (iso: string) => (iso ? bornOn(iso) : null);

interface Chosen {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day, by the browser's own picker: it knows the phone's keyboard and screen reader. ISO in and out. */
export function DateField({ value, onChange, min, max, ...common }: Common & Chosen & { readonly min?: string; readonly max?: string }) {
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

/** The parts of a date that may be known to the year or the month only: `2014-05-09`, `2014-05`, `2014`; else empty. */
export function PartialDateField({ value, onChange, ...common }: Partial<Common> & Chosen) {
  const { label, required } = common;
  const parts = <DateParts days={orNothing(value)} onDays={(days) => onChange((days && partialOf(days)) ?? '')} required={required} />;
  return label ? (
    <Parted {...common} label={label}>
      {parts}
    </Parted>
  ) : (
    parts
  );
}

/** When somebody was born, as far as it is known: the days that it may mean. */
export function BirthField({
  value,
  onChange,
  ...common
}: Common & { readonly value: Born | null; readonly onChange: (value: Born | null) => void }) {
  return (
    <Parted {...common}>
      <DateParts days={value} onDays={onChange} required={common.required} />
    </Parted>
  );
}
