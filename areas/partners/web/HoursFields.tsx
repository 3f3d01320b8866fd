import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ChoiceField, TextField } from '../../../platform/ui/index.ts';
import type { OpenTime } from '../domain/index.ts';
import { type HoursRow, rowsOf, useWords, weekDays } from './words.ts';

interface Keyed extends HoursRow {
  readonly key: number;
}

/** Rows that say a time and on which days; a row without a day or a time says nothing. */
const hoursOf = (rows: readonly HoursRow[]): OpenTime[] =>
  rows.flatMap(({ days, from, until }) => (from && until ? days.map((day) => ({ day, from, until })) : []));

let made = 0;
const keyed = (row: HoursRow): Keyed => ({ ...row, key: ++made });

/** At what times of the week: one row for each time, with the days that have it. */
export function HoursFields({
  label,
  starts,
  onChange,
}: {
  readonly label: string;
  readonly starts: readonly OpenTime[];
  readonly onChange: (hours: readonly OpenTime[]) => void;
}) {
  const { t } = useTranslation('partners');
  const { day } = useWords();
  const [rows, setRows] = useState(() => rowsOf(starts).map(keyed));
  const set = (next: readonly Keyed[]) => {
    setRows([...next]);
    onChange(hoursOf(next));
  };
  const change = (key: number, more: Partial<HoursRow>) => set(rows.map((row) => (row.key === key ? { ...row, ...more } : row)));
  return (
    <fieldset className="stack" style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="field__label" style={{ padding: 0 }}>
        {label}
      </legend>
      {rows.map(({ key, days, from, until }) => (
        <div key={key} className="partners-hours">
          <ChoiceField
            several
            label={t('hours.days')}
            value={days.map(String)}
            onChange={(chosen) => change(key, { days: chosen.map(Number) })}
            options={weekDays.map((one) => [String(one), day(one)] as const)}
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
            <Button kind="quiet" onPress={() => set(rows.filter((row) => row.key !== key))}>
              {t('form.remove')}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button onPress={() => set([...rows, keyed({ days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' })])}>{t('hours.add')}</Button>
      </div>
    </fieldset>
  );
}
