import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../../platform/ui/index.ts';

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/** A date known to the day, the month or the year: `2014-05-09`, `2014-05`, `2014`; undefined where no year is given. */
export function PartialDateField({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const { t, i18n } = useTranslation('forms');
  const [[year, month, day], setParts] = useState<readonly [string, string, string]>(() => {
    const [y = '', m = '', d = ''] = (value ?? '').split('-');
    return [y, m, d];
  });
  const names = useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' });
    return months.map((number) => [number, format.format(new Date(`2000-${number}-01T00:00:00Z`))] as const);
  }, [i18n.language]);
  const set = (y: string, m: string, d: string) => {
    setParts([y, m, d]);
    const whole = y.trim() === '' ? undefined : [y.trim().padStart(4, '0'), m, m && d.trim() ? d.trim().padStart(2, '0') : ''];
    onChange(whole?.filter(Boolean).join('-'));
  };
  return (
    <div className="form__row">
      <TextField label={t('fill.year')} inputMode="numeric" value={year} onChange={(y) => set(y, month, day)} />
      <SelectField
        label={t('fill.month')}
        value={month}
        onChange={(m) => set(year, m, day)}
        options={[['', t('fill.not-known')], ...names]}
      />
      <TextField label={t('fill.day')} inputMode="numeric" value={day} onChange={(d) => set(year, month, d)} />
    </div>
  );
}
