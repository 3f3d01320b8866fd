import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Form, Name, Notice, Section, TextField, useToast } from '../../../../platform/ui/index.ts';
import type { Mailbox } from '../../contract/index.ts';
import { call } from '../api.ts';

/** The mail address at which somebody is told: named, confirmed by a link, forgotten. No `CommandForm`: the browser fills in its user's address. */
export function MailboxSection({ mailbox: { setUp, address, pending, refused } }: { readonly mailbox: Mailbox }) {
  const { t } = useTranslation('office');
  const say = useToast();
  const [naming, setNaming] = useState(false);
  const [typed, setTyped] = useState('');
  const name = useSend(
    () => call('POST', '/api/office/notices/mailbox', { address: typed }),
    () => {
      setNaming(false);
      setTyped('');
    },
  );
  const forget = useSend(
    () => call('POST', '/api/office/notices/mailbox/forget'),
    () => say(t('mail.forgotten')),
  );
  if (!setUp)
    return (
      <Section title={t('mail.title')}>
        <p className="soft">{t('mail.none-set-up')}</p>
      </Section>
    );
  const none = address === null && pending === null;
  return (
    <Section title={t('mail.title')}>
      <p className="soft">{t('mail.lead')}</p>
      {address !== null && (
        <p>
          <Name>{t('mail.now', { address })}</Name>
        </p>
      )}
      {none && <p>{t('mail.none')}</p>}
      {pending !== null && <Notice tone="blue">{t('mail.pending', { address: pending })}</Notice>}
      {refused && <Notice tone="orange">{t('mail.refused')}</Notice>}
      {naming ? (
        <Form
          onSubmit={() => name.mutate(undefined)}
          submit={t('mail.send')}
          pending={name.isPending}
          refused={name.error ?? undefined}
          onCancel={() => setNaming(false)}
        >
          <TextField
            label={t('mail.address')}
            name="address"
            type="email"
            inputMode="email"
            autoComplete="email"
            value={typed}
            onChange={setTyped}
            required
          />
        </Form>
      ) : (
        <Buttons>
          <Button onPress={() => setNaming(true)}>{t(none ? 'mail.name' : 'mail.change')}</Button>
          {!none && (
            <Button pending={forget.isPending} onPress={() => forget.mutate(undefined)}>
              {t('mail.forget')}
            </Button>
          )}
        </Buttons>
      )}
    </Section>
  );
}
