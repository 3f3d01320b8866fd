import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Empty, LinkButton, Notice, Page, Section, useNavigate, useToast } from '../../../../platform/ui/index.ts';
import { call } from '../api.ts';

/** Where the link of a mail leads: its reader says that the address is his. Opening it alone says nothing: programs open links too. */
export default function ConfirmPage() {
  const { t } = useTranslation('office');
  const say = useToast();
  const navigate = useNavigate();
  const [token] = useState(() => location.hash.slice(1));
  // What was in the address does not stay in the history.
  useEffect(() => history.replaceState(history.state, '', '/office/notices/confirm'), []);
  const send = useSend(
    () => call('POST', '/api/office/notices/mailbox/confirm', { token }),
    () => {
      say(t('confirm.done'));
      void navigate({ to: '/office/notices' });
    },
  );
  if (!/^[\w-]{43}$/.test(token))
    return (
      <Page title={t('confirm.title')}>
        <Empty title={t('confirm.no-link')} action={<LinkButton to="/office/notices">{t('confirm.back')}</LinkButton>} />
      </Page>
    );
  return (
    <Page title={t('confirm.title')}>
      <Section>
        <p>{t('confirm.words')}</p>
        {send.error && <Notice tone="red">{send.error.sentence}</Notice>}
        <Buttons>
          <Button kind="primary" pending={send.isPending} onPress={() => send.mutate(undefined)}>
            {t('confirm.yes')}
          </Button>
          <LinkButton to="/office/notices">{t('confirm.back')}</LinkButton>
        </Buttons>
      </Section>
    </Page>
  );
}
