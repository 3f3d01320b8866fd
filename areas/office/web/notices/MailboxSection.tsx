import { useTranslation } from 'react-i18next';
import { type AskedField, useActs } from '../../../../platform/shell/index.ts';
import { Buttons, Name, Notice, Section } from '../../../../platform/ui/index.ts';
import type { Mailbox } from '../../contract/index.ts';
import { call } from '../api.ts';

/** The mail address at which somebody is told: named, confirmed by a link, forgotten. */
export function MailboxSection({ mailbox: { setUp, address, pending, refused } }: { readonly mailbox: Mailbox }) {
  const { t } = useTranslation('office');
  const none = address === null && pending === null;
  const acts = useActs({ next: ['name', ...(none ? [] : ['forget'])] }, 'office.choice');
  if (!setUp)
    return (
      <Section title={t('mail.title')}>
        <p className="soft">{t('mail.none-set-up')}</p>
      </Section>
    );
  const asked: AskedField = {
    name: 'address',
    kind: 'line',
    type: 'email',
    autoComplete: 'email',
    label: t('mail.address'),
    required: true,
  };
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
      <Buttons>
        {acts.button({
          name: 'name',
          title: t(none ? 'mail.name' : 'mail.change'),
          submit: t('mail.send'),
          fields: [asked],
          send: (input: { readonly address: string }) => call('POST', '/api/office/notices/mailbox', input),
        })}
        {acts.button({
          name: 'forget',
          title: t('mail.forget'),
          atOnce: true,
          fields: [],
          send: () => call('POST', '/api/office/notices/mailbox/forget'),
          done: t('mail.forgotten'),
        })}
      </Buttons>
      {acts.dialog}
    </Section>
  );
}
