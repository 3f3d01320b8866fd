import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useSession } from '../../../../platform/shell/index.ts';
import { DateField, Form, TextField, useToast } from '../../../../platform/ui/index.ts';
import type { CityLimits } from '../../contract/index.ts';

/** New time limits from a day on, and why: each between what it may lie. */
export function LimitsForm({ held, onClose }: { readonly held: CityLimits; readonly onClose: () => void }) {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const say = useToast();
  const [from, setFrom] = useState(city.today);
  const [because, setBecause] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(held.values).map(([name, value]) => [name, String(value)])),
  );
  const [visitDays, setVisitDays] = useState(held.visitDays.join(', '));
  const command = useCommand('cases.limits', () => {
    onClose();
    say(t('limits.done'));
  });
  const days = visitDays.split(/[\s,،]+/).filter(Boolean);
  const notDays = days.length === 0 || days.some((day) => !/^\d{1,4}$/.test(day));
  const outside = (name: string) => {
    const { least, most } = held.bounds[name]!;
    const value = values[name] ?? '';
    return !/^\d+$/.test(value) || Number(value) < least || Number(value) > most ? t('limits.between', { least, most }) : undefined;
  };
  const wrong = notDays || Object.keys(values).some(outside);
  return (
    <Form
      onSubmit={() => {
        if (wrong) return;
        const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
        const input = { from, because, values: numbers, visitDays: days.map(Number) };
        // Whoever set limits meanwhile is not overruled unseen.
        command.mutate({ id: held.id, name: 'set', input, expectedVersion: held.version });
      }}
      submit={t('limits.submit')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      <p className="soft">{t('limits.change-lead')}</p>
      <DateField label={t('limits.from')} name="from" value={from} onChange={setFrom} min={city.today} required />
      <TextField label={t('limits.because')} name="because" value={because} onChange={setBecause} required />
      {Object.entries(values).map(([name, value]) => (
        <TextField
          key={name}
          label={t(`limit.${name}`)}
          name={`values/${name}`}
          hint={t('limits.between', held.bounds[name]!)}
          error={outside(name)}
          type="number"
          value={value}
          onChange={(text) => setValues({ ...values, [name]: text })}
          required
        />
      ))}
      <TextField
        label={t('limit.visitDays')}
        name="visitDays"
        hint={t('limits.visit-days-hint')}
        error={notDays ? t('limits.visit-days-hint') : undefined}
        value={visitDays}
        onChange={setVisitDays}
        required
      />
    </Form>
  );
}
