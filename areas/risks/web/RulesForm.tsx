import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useSession } from '../../../platform/shell/index.ts';
import { ChoiceField, DateField, Form, TextField, useToast } from '../../../platform/ui/index.ts';
import type { HeldRule, Rules } from './answers.ts';

/** New rules from a day on: every rule with its weight and its numbers, and why. */
export function RulesForm({ held, onClose }: { readonly held: Rules; readonly onClose: () => void }) {
  const { t } = useTranslation('risks');
  const { city } = useSession();
  const say = useToast();
  const [from, setFrom] = useState(city.today);
  const [because, setBecause] = useState('');
  const [rules, setRules] = useState(held.rules);
  const command = useCommand('risks.ruleset', () => {
    onClose();
    say(t('rules.done'));
  });
  // Sent by rule, so that none is left out or named twice.
  const settings = Object.fromEntries(rules.map(({ id, ...rule }) => [id, rule]));
  const change = (id: string, more: Partial<HeldRule>) => setRules(rules.map((rule) => (rule.id === id ? { ...rule, ...more } : rule)));
  return (
    <Form
      onSubmit={() => command.mutate({ id: held.id, name: 'set', input: { from, because, rules: settings } })}
      submit={t('rules.submit')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      <p className="soft">{t('rules.change-lead')}</p>
      <DateField label={t('rules.from')} name="from" value={from} onChange={setFrom} min={city.today} required />
      <TextField label={t('rules.because')} name="because" value={because} onChange={setBecause} required />
      {rules.map(({ id, weight, active, parameters }) => (
        <fieldset key={id} className="section" style={{ margin: 0 }}>
          <legend className="field__label">{t(`rule.${id}.name`)}</legend>
          <p className="small soft">{t(`rule.${id}.says`, parameters)}</p>
          <ChoiceField
            label=""
            several
            value={active ? ['active'] : []}
            onChange={(chosen) => change(id, { active: chosen.includes('active') })}
            options={[['active', t('rules.active')]]}
          />
          <div className="form__row">
            <TextField
              label={t('rules.weight')}
              type="number"
              value={String(weight)}
              onChange={(text) => change(id, { weight: Math.trunc(Number(text)) })}
              required
            />
            {Object.entries(parameters).map(([name, value]) => (
              <TextField
                key={name}
                label={t(`parameter.${name}`)}
                hint={`${held.limits[id]?.[name]?.least ?? ''}–${held.limits[id]?.[name]?.most ?? ''}`}
                type="number"
                value={String(value)}
                onChange={(text) => change(id, { parameters: { ...parameters, [name]: Math.trunc(Number(text)) } })}
                required
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Form>
  );
}
