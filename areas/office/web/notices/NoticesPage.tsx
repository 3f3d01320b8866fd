import { useTranslation } from 'react-i18next';
import { localeOf } from '../../../../platform/decider/index.ts';
import { type AskedField, Await, CommandForm } from '../../../../platform/shell/index.ts';
import { Empty, Notice, Page, Section, Stack, useToast } from '../../../../platform/ui/index.ts';
import type { Choice } from '../../contract/index.ts';
import { type Channel, noticeKinds, whens } from '../../domain/index.ts';
import { call, useRead } from '../api.ts';
import { DevicesSection } from './DevicesSection.tsx';
import { MailboxSection } from './MailboxSection.tsx';

/** How somebody is told outside of Olle: when and of what, at which address, on which devices. */
export default function NoticesPage() {
  const { t } = useTranslation('office');
  const found = useRead('/api/office/notices/choice');
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')} back={{ to: '/settings', label: t('shell:settings.nav') }}>
      <Await of={found} lines={6}>
        {({ mailbox, devices, ...choice }) =>
          !mailbox.setUp && devices.key === null ? (
            <Empty title={t('settings.none')}>{t('settings.none-words')}</Empty>
          ) : (
            <Stack>
              <MailboxSection mailbox={mailbox} />
              <DevicesSection devices={devices} />
              <Section title={t('settings.how')}>
                <ChoiceForm
                  choice={choice}
                  channels={[...(mailbox.setUp ? (['mail'] as const) : []), ...(devices.key === null ? [] : (['push'] as const))]}
                  nowhere={{ mail: mailbox.address === null, push: devices.list.length === 0 }}
                />
              </Section>
            </Stack>
          )
        }
      </Await>
    </Page>
  );
}

/** When and of what somebody is told; a channel chosen without an address or device warns at once. */
function ChoiceForm({
  choice,
  channels,
  nowhere,
}: {
  readonly choice: Choice;
  readonly channels: readonly Channel[];
  /** Where there is no address or device yet. */
  readonly nowhere: Readonly<Record<Channel, boolean>>;
}) {
  const { t, i18n } = useTranslation('office');
  const say = useToast();
  const hours = new Intl.DateTimeFormat(localeOf(i18n.language), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC', hourCycle: 'h23' });
  const whenOptions = whens.map(
    (when) => [when, t(`settings.${when}`), ...(when === 'never' ? [] : [t(`settings.${when}-hint`)])] as const,
  );
  const fields: readonly AskedField[] = [
    ...channels.map((channel) => ({ name: channel, kind: 'one' as const, label: t(`settings.${channel}`), options: whenOptions })),
    {
      name: 'hour',
      kind: 'pick',
      label: t('settings.hour'),
      hint: t('settings.hour-hint'),
      usual: String(choice.hour),
      options: Array.from({ length: 24 }, (_, hour) => [String(hour), hours.format(new Date(Date.UTC(2026, 0, 1, hour)))]),
    },
    {
      name: 'kinds',
      kind: 'several',
      label: t('settings.kinds'),
      options: noticeKinds.map((kind) => [kind, t(`kind.${kind}`)]),
    },
  ];
  return (
    <CommandForm
      kind="office.choice"
      name="choose"
      fields={fields}
      held={choice}
      input={(answers) => ({ ...choice, ...answers, hour: Number(answers['hour']) })}
      send={(input: Choice) => call('POST', '/api/office/notices/choice', input)}
      side={(answers) =>
        channels.map(
          (channel) =>
            nowhere[channel] &&
            answers[channel] !== 'never' && (
              <Notice key={channel} tone="orange">
                {t(channel === 'mail' ? 'settings.no-address' : 'settings.no-device')}
              </Notice>
            ),
        )
      }
      submit={t('settings.save')}
      onDone={() => say(t('settings.saved'))}
    />
  );
}
