import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { dateFormats } from '../../../platform/calendar/dateFormats.ts';
import type { FieldKind } from '../../../platform/shell/index.ts';
import { Button, ChoiceField, TextField } from '../../../platform/ui/index.ts';
import { minutesAWeek, type OpenTime, openAt, stretchesOf } from '../domain/index.ts';

const weekDays = [1, 2, 3, 4, 5, 6, 7] as const;
const always: readonly OpenTime[] = weekDays.map((day) => ({ day, from: '00:00', until: '00:00' }));

/** Opening hours of the same time on several days, as people write them down. */
interface HoursRow {
  readonly key: string;
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

/** Hours by their time: one row for all days that have it. */
function rowsOf(hours: readonly OpenTime[]): HoursRow[] {
  const byTime = Map.groupBy(hours, ({ from, until }) => `${from}${until}`);
  return [...byTime].map(([key, some]) => ({ ...some[0]!, key, days: some.map(({ day }) => day).sort((a, b) => a - b) }));
}
/** A row without a day or a time says nothing. */
const hoursOf = (rows: readonly HoursRow[]): OpenTime[] =>
  rows.flatMap(({ days, from, until }) => (from && until ? days.map((day) => ({ day, from, until })) : []));

/** Hours that leave no minute of the week out. */
const isAlways = (hours: readonly OpenTime[]) =>
  openAt(hours, 0) && stretchesOf(hours).every(([, until]) => until === minutesAWeek || openAt(hours, until));

/** Days in a row as one stretch, `Mon–Fri`; others by themselves. */
function stretchesOfDays(days: readonly number[]): (readonly number[])[] {
  const stretches: number[][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else stretches.push([day]);
  }
  return stretches;
}

// 1 January 2024 was a Monday.
const dayName = (day: number, language: string) => dateFormats(language).weekdayShort(new Date(Date.UTC(2024, 0, day)));

/** One line for each time, `Mon–Fri 09:00–17:00`. */
function HoursLines({ held }: { readonly held: unknown }) {
  const { t, i18n } = useTranslation('partners');
  const hours = held as readonly OpenTime[];
  const list = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' });
  const daysOf = (days: readonly number[]) =>
    stretchesOfDays(days).map((some) => [...new Set([some[0]!, some.at(-1)!])].map((day) => dayName(day, i18n.language)).join('–'));
  const lines = isAlways(hours)
    ? [t('hours.always')]
    : rowsOf(hours).map(({ days, from, until }) => t('hours.line', { days: list.format(daysOf(days)), from, until }));
  return lines.map((line) => <div key={line}>{line}</div>);
}

/** At what times of the week: one row for each time, with the days that have it. */
export const weekHours: FieldKind<readonly HoursRow[]> = {
  from: (held) => rowsOf((held ?? []) as readonly OpenTime[]),
  answer: hoursOf,
  Shown: HoursLines,
  Control({ words, value, onChange }) {
    const { t, i18n } = useTranslation('partners');
    const change = (key: string, more: Partial<HoursRow>) => onChange(value.map((row) => (row.key === key ? { ...row, ...more } : row)));
    return (
      <fieldset className="form-group">
        <legend>{words.label}</legend>
        {value.map(({ key, days, from, until }) => (
          <div key={key} className="form-group">
            <ChoiceField
              several
              inline
              label={t('hours.days')}
              value={days.map(String)}
              onChange={(chosen) => change(key, { days: chosen.map(Number) })}
              options={weekDays.map((day) => [String(day), dayName(day, i18n.language)] as const)}
            />
            <div className="form__row">
              <TextField label={t('hours.from')} type="time" value={from} onChange={(time) => change(key, { from: time })} />
              <TextField
                label={t('hours.until')}
                type="time"
                hint={from && until && until <= from ? t('hours.past-midnight') : ''}
                value={until}
                onChange={(time) => change(key, { until: time })}
              />
              <Button kind="quiet" onPress={() => onChange(value.filter((row) => row.key !== key))}>
                {t('hours.remove')}
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button onPress={() => onChange([...value, { key: uuidv7(), days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }])}>
            {t('hours.add')}
          </Button>
        </div>
      </fieldset>
    );
  },
};

/** The hours of emergencies: none, any hour, or some. */
export const emergencyHours: FieldKind<readonly HoursRow[]> = {
  ...weekHours,
  Control({ words, value, onChange, values }) {
    const { t } = useTranslation('partners');
    const hours = hoursOf(value);
    const [chosen, setChosen] = useState(value.length === 0 ? 'none' : isAlways(hours) ? 'always' : 'hours');
    const choose = (which: string) => {
      setChosen(which);
      onChange(which === 'always' ? rowsOf(always) : []);
    };
    return (
      <>
        <ChoiceField
          {...words}
          value={[chosen]}
          onChange={([which]) => choose(which!)}
          options={(['none', 'always', 'hours'] as const).map((one) => [one, t(`emergency.${one}`)] as const)}
        />
        {chosen === 'hours' && (
          <weekHours.Control
            words={{ ...words, label: t('organisation.emergency-hours') }}
            value={value}
            onChange={onChange}
            values={values}
          />
        )}
      </>
    );
  },
};
