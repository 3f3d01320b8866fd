import record from 'virtual:record/accounts.first-start';
import { useTranslation } from 'react-i18next';
import { Await, useActs } from '../../../../platform/shell/index.ts';
import { Badge, LinkButton, Page, Progress, Section } from '../../../../platform/ui/index.ts';
import type { FirstStart } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import './firstStart.css';

/** Where a step is done; none for what is done outside of Olle. */
const pages: Readonly<Record<string, string>> = {
  wards: '/accounts/city',
  users: '/accounts',
  'second-factor': '/accounts/second-factor',
  areas: '/accounts/areas',
};

/** What is to be done before the office works with Olle, and how much of it is. */
export default function FirstStartPage() {
  const { t } = useTranslation('accounts');
  return (
    <Page title={t('first-start.nav')} lead={t('first-start.lead')}>
      <Await of={useRead('/api/accounts/first-start')}>{(found) => <Steps of={found} />}</Await>
    </Page>
  );
}

function Steps({ of }: { readonly of: FirstStart }) {
  const { t } = useTranslation('accounts');
  const acts = useActs(of, record);
  const done = of.steps.filter((one) => one.done).length;
  const next = of.steps.find((one) => !one.done)?.step;
  const isSaid = (step: string): step is 'key-file' | 'areas' => step === 'key-file' || step === 'areas';
  return (
    <Section>
      <Progress label={t(next ? 'first-start.progress' : 'first-start.done')} done={done} total={of.steps.length} />
      <ol className="first-steps">
        {of.steps.map(({ step, done: isDone }) => (
          <li key={step} className={isDone ? 'first-step first-step--done' : 'first-step'}>
            <div className="first-step__head">
              <strong>{t(`first-start.step.${step}.title`)}</strong>{' '}
              <Badge tone={isDone ? 'plain' : 'orange'}>{t(isDone ? 'first-start.is-done' : 'first-start.open')}</Badge>
            </div>
            <p className="soft">{t(`first-start.step.${step}.words`)}</p>
            {!isDone && (
              <div className="buttons">
                {pages[step] && (
                  <LinkButton to={pages[step]} kind={step === next && !isSaid(step) ? 'primary' : 'plain'}>
                    {t(`first-start.step.${step}.act`)}
                  </LinkButton>
                )}
                {isSaid(step) &&
                  acts.button(
                    { name: 'confirm', title: t(`first-start.step.${step}.confirm`), target: { step }, fields: [] },
                    { primary: step === next },
                  )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {acts.dialog}
    </Section>
  );
}
