import caseInputs from 'virtual:record/cases.case';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandForm } from '../../../../platform/shell/index.ts';
import { Button, Dialog, Notice, Page, Section } from '../../../../platform/ui/index.ts';

/** Instead of a case that is not the reader's: why not, and what to do where a child is in danger now. */
export function TakeEmergencyAccess({
  id,
  sentence,
  onDone,
}: {
  readonly id: string;
  readonly sentence: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('cases');
  const [asking, setAsking] = useState(false);
  return (
    <Page title={t('emergency-access.title')} back={{ to: '/cases', label: t('nav') }}>
      <Notice tone="orange" title={sentence}>
        {t('emergency-access.not-yours')}
      </Notice>
      <Section title={t('emergency-access.emergency')}>
        <p>{t('emergency-access.means')}</p>
        <Button onPress={() => setAsking(true)}>{t('emergency-access.open')}</Button>
      </Section>
      <Dialog title={t('emergency-access.open')} isOpen={asking} onClose={() => setAsking(false)}>
        <CommandForm
          kind={caseInputs}
          id={id}
          name="take-emergency-access"
          about={<p>{t('emergency-access.means')}</p>}
          makes="access"
          fields={[{ name: 'because', label: t('emergency-access.because'), hint: t('emergency-access.because-hint') }]}
          submit={t('emergency-access.open')}
          onDone={onDone}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </Page>
  );
}
