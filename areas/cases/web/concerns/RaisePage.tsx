import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { useCommand } from '../../../../platform/shell/index.ts';
import { Form, Page, Section, TextField, useNavigate, useToast } from '../../../../platform/ui/index.ts';
import { ChildFields, childOf, nothingTold, type ToldChild } from '../newCase/ChildFields.tsx';

/** A worry about a child, written down before anybody decides whether it becomes a case. */
export default function RaisePage() {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const say = useToast();
  const [id] = useState(() => uuidv7());
  const [told, setTold] = useState<ToldChild>(nothingTold);
  const [what, setWhat] = useState('');
  const command = useCommand('cases.concern', () => {
    say(t('concerns.raised-done'));
    void navigate({ to: '/cases/concerns' });
  });
  return (
    <Page title={t('concerns.raise')} lead={t('concerns.raise-lead')} back={{ to: '/cases/concerns', label: t('concerns.nav') }}>
      <Section>
        <Form
          onSubmit={() => command.mutate({ id, name: 'raise', input: { person: null, ...childOf(told), what } })}
          submit={t('concerns.submit')}
          pending={command.isPending}
          refused={command.error ?? undefined}
          onCancel={() => history.back()}
        >
          <ChildFields value={told} onChange={setTold} />
          <TextField
            label={t('concerns.what')}
            name="what"
            hint={t('concerns.what-hint')}
            value={what}
            onChange={setWhat}
            lines={6}
            required
          />
        </Form>
      </Section>
    </Page>
  );
}
