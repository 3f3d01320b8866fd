import concernInputs from 'virtual:record/cases.concern';
import { useTranslation } from 'react-i18next';
import { CommandForm } from '../../../../platform/shell/index.ts';
import { Page, Section, useNavigate, useToast } from '../../../../platform/ui/index.ts';
import { useChildFields } from '../newCase/fields.tsx';

/** A worry about a child, written down before anybody decides whether it becomes a case. */
export default function RaisePage() {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const say = useToast();
  const told = useChildFields();
  return (
    <Page title={t('concerns.raise')} lead={t('concerns.raise-lead')} back={{ to: '/cases/concerns', label: t('concerns.nav') }}>
      <Section>
        <CommandForm
          kind={concernInputs}
          name="raise"
          target={{ person: null }}
          fields={[...told, { name: 'what', label: t('concerns.what'), hint: t('concerns.what-hint'), lines: 6 }]}
          submit={t('concerns.submit')}
          onDone={() => {
            say(t('concerns.raised-done'));
            void navigate({ to: '/cases/concerns' });
          }}
          onClose={() => history.back()}
        />
      </Section>
    </Page>
  );
}
