import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../../../../platform/shell/index.ts';
import { Buttons, Empty, LinkButton, Page, Section, useNavigate } from '../../../../platform/ui/index.ts';
import { call } from '../api.ts';

/** Where the link of a mail leads: its reader says that the address is theirs. Opening it alone says nothing: programs open links too. */
export default function ConfirmPage() {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  const [token] = useState(() => location.hash.slice(1));
  // What was in the address does not stay in the history.
  useEffect(() => history.replaceState(history.state, '', '/office/notices/confirm'), []);
  const acts = useActs({ next: ['confirm'] }, 'office.choice');
  const back = <LinkButton to="/office/notices">{t('confirm.back')}</LinkButton>;
  const send = async () => {
    await call('POST', '/api/office/notices/mailbox/confirm', { token });
    void navigate({ to: '/office/notices' });
  };
  return (
    <Page title={t('confirm.title')}>
      {/^[\w-]{43}$/.test(token) ? (
        <Section>
          <p>{t('confirm.words')}</p>
          <Buttons>
            {acts.button(
              { name: 'confirm', title: t('confirm.yes'), atOnce: true, fields: [], send, done: t('confirm.done') },
              { primary: true },
            )}
            {back}
          </Buttons>
          {acts.dialog}
        </Section>
      ) : (
        <Empty title={t('confirm.no-link')} action={back} />
      )}
    </Page>
  );
}
