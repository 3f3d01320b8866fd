import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Button, Buttons, ChoiceField, Notice, Section, SelectField } from '../../../../platform/ui/index.ts';
import type { Proposal } from '../../contract/index.ts';
import type { Encoding, RegisterName } from '../../domain/index.ts';
import { registerNames } from '../../domain/names.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { EncodingChoice } from './EncodingChoice.tsx';
import { doubled, hasName, type Plan, type PlannedColumn } from './plan.ts';

/** What the file is and what its columns mean: proposed, and mended by who knows. */
export function ColumnsStep({
  plan,
  proposal,
  onChange,
  onEncoding,
  onReady,
  onAgain,
}: {
  readonly plan: Plan;
  readonly proposal: Proposal;
  readonly onChange: (plan: Plan) => void;
  readonly onEncoding: (encoding: Encoding) => void;
  readonly onReady: () => void;
  readonly onAgain: () => void;
}) {
  const { t, i18n } = useTranslation('registers');
  const { number } = useFormat();
  const twice = doubled(plan);
  const nameless = !hasName(plan);
  const change = (changed: PlannedColumn) =>
    onChange({ ...plan, columns: plan.columns.map((one) => (one.column === changed.column ? changed : one)) });
  return (
    <>
      {proposal.profile && <Notice tone="blue">{t('wizard.known', { name: proposal.profile.name })}</Notice>}
      {proposal.mended && <Notice>{t('wizard.mended')}</Notice>}
      {proposal.lettersLost && <Notice tone="orange">{t('wizard.letters-lost')}</Notice>}
      <Section>
        <SelectField
          label={t('wizard.register')}
          hint={t('wizard.register-hint')}
          value={plan.register}
          onChange={(register) => onChange({ ...plan, register: register as RegisterName })}
          options={registerNames.map((register) => [register, t(`register.${register}`)] as const)}
        />
        <FirstRows proposal={proposal} onEncoding={onEncoding} />
      </Section>
      <Section title={t('wizard.what-columns')}>
        <p className="soft">
          {t('wizard.what-columns-lead', {
            used: number(plan.columns.filter(({ field }) => field !== '').length),
            all: number(plan.columns.length),
          })}
        </p>
        <ul className="meanings">
          {plan.columns.map((column) => (
            <ColumnChoice key={column.column} column={column} onChange={change} />
          ))}
        </ul>
      </Section>
      {!proposal.mended && (
        <Section>
          <ChoiceField
            label={t('wizard.whole')}
            value={[plan.whole ? 'yes' : 'no']}
            onChange={([whole]) => onChange({ ...plan, whole: whole === 'yes' })}
            options={[
              ['no', t('wizard.whole-no'), t('wizard.whole-no-hint')],
              ['yes', t('wizard.whole-yes'), t('wizard.whole-yes-hint')],
            ]}
          />
        </Section>
      )}
      {twice.map(({ field, columns }) => (
        <Notice key={field} tone="orange">
          {t('wizard.twice', {
            field: t(`field.${field}`),
            columns: new Intl.ListFormat(i18n.language).format(
              columns.map(({ header, column }) => header || t('wizard.column-nameless', { n: number(column + 1) })),
            ),
          })}
        </Notice>
      ))}
      {nameless && <Notice tone="orange">{t('problem.no-name-column')}</Notice>}
      <Buttons>
        <Button kind="primary" disabled={nameless || twice.length > 0} onPress={onReady}>
          {t('wizard.to-check')}
        </Button>
        <Button onPress={onAgain}>{t('wizard.another')}</Button>
      </Buttons>
    </>
  );
}

/** The table as it stands in the file. */
function FirstRows({
  proposal: { headers, samples, encoding },
  onEncoding,
}: {
  readonly proposal: Proposal;
  readonly onEncoding: (encoding: Encoding) => void;
}) {
  const { t } = useTranslation('registers');
  return (
    <details className="first-rows" open={encoding !== 'xlsx' && !encoding.startsWith('utf-')}>
      <summary>{t('wizard.first-rows')}</summary>
      {encoding !== 'xlsx' && <EncodingChoice value={encoding} onChange={onEncoding} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className="table-scroll" aria-label={t('wizard.first-rows')} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {headers.map((header, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have nothing else that tells them apart
                <th key={i} scope="col">
                  <bdi dir="auto">{header}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: neither have its rows
              <tr key={i}>
                {headers.map((_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={column}>
                    <bdi dir="auto">{row[column]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
