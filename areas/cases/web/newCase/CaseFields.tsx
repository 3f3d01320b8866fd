import { useTranslation } from 'react-i18next';
import { useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Button, ChoiceField, DateField, SelectField, TextField } from '../../../../platform/ui/index.ts';
import { type RiskLevel, riskLevels } from '../../domain/index.ts';

export interface FirstSteps {
  readonly riskLevel: RiskLevel;
  readonly worker: string;
  readonly actions: readonly { readonly key: string; readonly what: string; readonly due: string }[];
}

let made = 0;
export const emptyAction = () => ({ key: String(++made), what: '', due: '' });

/** The first steps as the command wants them: lines that were left empty are no actions. */
export const stepsOf = ({ riskLevel, worker, actions }: FirstSteps, self: string) => ({
  riskLevel,
  worker: worker || null,
  actions: actions.filter(({ what }) => what.trim()).map(({ what, due }) => ({ what, due, who: worker || self })),
});

/** Level of risk, worker and first actions: what every new case starts with. */
export function FirstStepsFields({ value, onChange }: { readonly value: FirstSteps; readonly onChange: (value: FirstSteps) => void }) {
  const { t } = useTranslation('cases');
  const { user, city, may } = useSession();
  const { workers } = useOffice();
  const set = (more: Partial<FirstSteps>) => onChange({ ...value, ...more });
  const setAction = (key: string, more: object) =>
    set({ actions: value.actions.map((action) => (action.key === key ? { ...action, ...more } : action)) });
  const assigns = may('assign', 'cases.case');
  return (
    <>
      <ChoiceField
        label={t('case.risk')}
        value={[value.riskLevel]}
        onChange={([riskLevel]) => set({ riskLevel: riskLevel as RiskLevel })}
        options={riskLevels.map((level) => [level, t(`risk.${level}`), t(`risk-means.${level}`)] as const)}
      />
      <SelectField
        label={t('case.worker')}
        name="worker"
        value={value.worker}
        onChange={(worker) => set({ worker })}
        options={[
          ...(assigns ? [['', t('case.nobody')] as const] : []),
          ...(assigns ? workers : [user]).map(({ id, name }) => [id, name] as const),
        ]}
      />
      <fieldset className="stack" style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="field__label" style={{ padding: 0 }}>
          {t('open.actions')}
        </legend>
        {value.actions.map(({ key, what, due }, i) => (
          <div key={key} className="form__row">
            <TextField label={t('open.action', { n: i + 1 })} value={what} onChange={(text) => setAction(key, { what: text })} />
            <DateField
              label={t('open.action-due', { n: i + 1 })}
              value={due}
              min={city.today}
              onChange={(day) => setAction(key, { due: day })}
              required={what.trim() !== ''}
            />
          </div>
        ))}
        <div>
          <Button kind="quiet" onPress={() => set({ actions: [...value.actions, emptyAction()] })}>
            {t('open.more-actions')}
          </Button>
        </div>
      </fieldset>
    </>
  );
}
