import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendars } from '../../calendar/calendar.ts';
import type { CalendarName } from '../../calendar/definition.ts';
import { type Meant, meantBy, noParts, partsOf } from '../../calendar/entry.ts';
import type { Born } from '../../decider/index.ts';
import { SelectField, TextField } from '../Field.tsx';

/** What stands in a field: days, nothing, or something that is no date, which a form must not take for nothing. */
export type Entered = Born | 'none' | 'no-date';

const keyOf = (entered: Entered) => (typeof entered === 'string' ? entered : `${entered.first}/${entered.last}`);
const enteredBy = (meant: Meant): Entered => ('days' in meant ? meant.days : meant.wrong === 'empty' ? 'none' : 'no-date');

/**
 * A date in its parts; the month and the day may be unknown unless it is `whole`. What was typed stays as it was typed while it means no day
 * yet.
 */
export function DateParts({
  calendar: name,
  entered,
  onEnter,
  whole = false,
  required = false,
}: {
  readonly calendar: CalendarName;
  readonly entered: Entered;
  readonly onEnter: (entered: Entered) => void;
  readonly whole?: boolean;
  readonly required?: boolean | undefined;
}) {
  const { t, i18n } = useTranslation('ui');
  const calendar = calendars[name];
  const standing = () => (typeof entered === 'string' ? noParts : (partsOf(calendar, entered) ?? noParts));
  const [typed, setTyped] = useState(() => ({ key: keyOf(entered), parts: standing() }));
  const parts = typed.key === keyOf(entered) ? typed.parts : standing();
  const set = (more: Partial<typeof parts>) => {
    const now = { ...parts, ...more };
    const next = enteredBy(meantBy(calendar, now, whole));
    setTyped({ key: keyOf(next), parts: now });
    onEnter(next);
  };
  const months = calendar.months(i18n.language);
  const meant = meantBy(calendar, parts, whole);
  const wrong = (): string | undefined => {
    if (!('wrong' in meant)) return undefined;
    if (meant.wrong === 'years') return t('date.years', { first: meant.first, last: meant.last });
    if (meant.wrong === 'month-length')
      return t('date.month-length', { month: months[meant.month - 1], year: parts.year, count: meant.length });
    return meant.wrong === 'no-such-day' ? t('date.no-such-day') : undefined;
  };
  const said = wrong();
  return (
    <>
      <div className="date-parts">
        <TextField label={t('date.year')} inputMode="numeric" value={parts.year} onChange={(year) => set({ year })} required={required} />
        <SelectField
          label={t('date.month')}
          value={parts.month}
          onChange={(month) => set({ month })}
          options={[['', whole ? '–' : t('date.not-known')], ...months.map((name, i) => [String(i + 1), name] as const)]}
        />
        <TextField label={t('date.day')} inputMode="numeric" value={parts.day} onChange={(day) => set({ day })} />
      </div>
      {said && (
        <span className="field__error" role="alert">
          {said}
        </span>
      )}
    </>
  );
}
