import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../../../platform/ui/index.ts';
import OpenForm from './OpenForm.tsx';

/** A case from scratch: somebody called, came, or saw a child. */
export default function OpenPage() {
  const { t } = useTranslation('cases');
  return (
    <Page title={t('open.title')} lead={t('open.lead')} back={{ to: '/cases', label: t('nav') }}>
      <Section>
        <OpenForm />
      </Section>
    </Page>
  );
}
