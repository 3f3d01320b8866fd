import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandForm } from '../../../../platform/shell/index.ts';
import { Button, Dialog, Notice, Page, Section } from '../../../../platform/ui/index.ts';

/** Instead of a case that is not the reader's: why not, and what to do where a child is in danger now. */
export function BreakGlass({ id, sentence, onDone }: { readonly id: string; readonly sentence: string; readonly onDone: () => void }) {
  const { t } = useTranslation('cases');
  const [asking, setAsking] = useState(false);
  return (
    <Page title={t('glass.title')} back={{ to: '/cases', label: t('nav') }}>
      <Notice tone="orange" title={sentence}>
        {t('glass.not-yours')}
      </Notice>
      <Section title={t('glass.emergency')}>
        <p>{t('glass.means')}</p>
        <Button onPress={() => setAsking(true)}>{t('glass.open')}</Button>
      </Section>
      <Dialog title={t('glass.open')} isOpen={asking} onClose={() => setAsking(false)}>
        <CommandForm
          kind="cases.case"
          id={id}
          name="break-glass"
          about={<p>{t('glass.means')}</p>}
          fields={[{ name: 'because', kind: 'text', lines: 4, label: t('glass.because'), hint: t('glass.because-hint'), required: true }]}
          input={(answers, opening) => ({ opening, ...answers })}
          submit={t('glass.open')}
          onDone={onDone}
          onClose={() => setAsking(false)}
        />
      </Dialog>
    </Page>
  );
}
