import { type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendars } from '../../calendar/calendar.ts';
import { partsOf } from '../../calendar/entry.ts';
import { addDays, type Born, bornOn, isPartialDate, partialOf } from '../../decider/index.ts';
import { Button } from '../Button.tsx';
import { type Common, Frame, Sentence, useField } from '../Field.tsx';
import { CityCalendar, useDates } from './cityCalendar.ts';
import { DateParts, type Entered } from './DateParts.tsx';

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

/**
 * Parts of a date in the city's calendar, with the Gregorian date that they mean beneath; or, by a press, in the Gregorian calendar with the
 * city's beneath. `exact` where the field cannot hold a month or a year of the city's calendar, which lie in two Gregorian ones.
 */
function CityParts({
  entered,
  onEnter,
  exact = false,
  ...of
}: {
  readonly entered: Entered;
  readonly onEnter: (entered: Entered) => void;
  readonly exact?: boolean;
  readonly whole?: boolean;
  readonly required?: boolean | undefined;
}) {
  const { t } = useTranslation('ui');
  const city = useContext(CityCalendar);
  // What the city's calendar cannot write is corrected where it can be written.
  const [own, setOwn] = useState(() => typeof entered === 'string' || partsOf(calendars[city], entered) !== undefined);
  const { days } = useDates();
  const gregorian = useDates('gregorian');
  const calendar = own ? city : 'gregorian';
  const parts = <DateParts key={calendar} {...of} calendar={calendar} entered={entered} onEnter={onEnter} />;
  if (city === 'gregorian') return parts;
  const unheld = exact && typeof entered !== 'string' && partialOf(entered) === undefined;
  return (
    <>
      {parts}
      <output className="small soft">
        {typeof entered !== 'string' && (own ? t('date.is', { date: gregorian.days(entered) }) : days(entered))}
      </output>
      {unheld && (
        <span className="field__error" role="alert">
          {t('date.not-held')}
        </span>
      )}
      <div>
        <Button kind="quiet" onPress={() => setOwn(!own)}>
          {t(own ? 'date.enter-gregorian' : 'date.enter-own', { calendar: t(`date.calendar.${city}`) })}
        </Button>
      </div>
    </>
  );
}

/** What stands in a field for something that is no date: no form and no server takes it for one. */
const noDate = '?';
const enteredOf = (text: string): Entered => (text === '' ? 'none' : isPartialDate(text) ? bornOn(text) : 'no-date');
const textOf = (entered: Entered): string => {
  if (entered === 'none') return '';
  return (entered !== 'no-date' && partialOf(entered)) || noDate;
};

interface Chosen {
  readonly value: string;
  readonly onChange: (value: string) => void;
}
type DayProps = Common &
  Chosen & {
    readonly min?: string;
    readonly max?: string;
    /** The day from which near days are offered, one press each. */
    readonly soon?: string;
  };
/** How many days ahead the near days are; each has its words. */
const nearDays = [0, 1, 7, 30, 91] as const;

/** Near days, so that most dates need no typing. */
function NearDays({ from, value, onChange }: Chosen & { readonly from: string }) {
  const { t } = useTranslation('ui');
  return (
    <fieldset className="near-days" aria-label={t('date.quick')}>
      {nearDays.map((many) => {
        const day = addDays(from, many);
        return (
          <button key={many} type="button" className="near-day" aria-pressed={value === day} onClick={() => onChange(day)}>
            {t(`date.in-days.${many}`)}
          </button>
        );
      })}
    </fieldset>
  );
}

/** A day, ISO in and out: by the browser's own picker, which knows the phone's keyboard and screen reader, or in the city's calendar. */
export function DateField(props: DayProps) {
  const { value, onChange, min, max, soon, ...common } = props;
  const city = useContext(CityCalendar);
  if (city === 'gregorian') return <PickedDay {...props} />;
  return (
    <Parted {...common}>
      {soon && <NearDays from={soon} value={value} onChange={onChange} />}
      <CityParts whole entered={enteredOf(value)} onEnter={(entered) => onChange(textOf(entered))} required={common.required} />
    </Parted>
  );
}

function PickedDay({ value, onChange, min, max, soon, ...common }: DayProps) {
  const { id, wrong, input } = useField(common);
  return (
    <Frame {...common} id={id} wrong={wrong}>
      {soon && <NearDays from={soon} value={value} onChange={onChange} />}
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
  const parts = <HeldParts value={value} onChange={onChange} required={required} />;
  return label ? (
    <Parted {...common} label={label}>
      {parts}
    </Parted>
  ) : (
    parts
  );
}

/** A month or a year of a calendar whose months are not Gregorian stays on the screen, though a text cannot hold it. */
function HeldParts({ value, onChange, required }: Chosen & { readonly required?: boolean | undefined }) {
  const [shown, setShown] = useState<{ readonly text: string; readonly entered: Entered }>({ text: value, entered: enteredOf(value) });
  const entered = shown.text === value ? shown.entered : enteredOf(value);
  const take = (next: Entered) => {
    const text = textOf(next);
    setShown({ text, entered: next });
    onChange(text);
  };
  return <CityParts exact entered={entered} onEnter={take} required={required} />;
}

/** When somebody was born, as far as it is known: the days that it may mean; undefined days mean something that is no date. */
export function BirthField({
  value,
  onChange,
  ...common
}: Common & { readonly value: Born | null; readonly onChange: (value: Born | null) => void }) {
  const entered = value === null ? 'none' : value.first === noDate ? 'no-date' : value;
  const take = (next: Entered) => onChange(next === 'none' ? null : next === 'no-date' ? { first: noDate, last: noDate } : next);
  return (
    <Parted {...common}>
      <CityParts entered={entered} onEnter={take} required={common.required} />
    </Parted>
  );
}
