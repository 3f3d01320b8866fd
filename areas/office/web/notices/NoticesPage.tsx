import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useSend } from '../../../../platform/shell/index.ts';
import { ChoiceField, Empty, Form, Notice, Page, Section, SelectField, Stack, useToast } from '../../../../platform/ui/index.ts';
import type { Choice } from '../../contract/index.ts';
import { type Channel, type NoticeKind, noticeKinds, type When, whens } from '../../domain/index.ts';
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

/** No `CommandForm`: each channel warns as soon as it is chosen without an address or device. */
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
  const [chosen, setChosen] = useState(choice);
  const send = useSend(
    () => call('POST', '/api/office/notices/choice', chosen),
    () => say(t('settings.saved')),
  );
  const hours = new Intl.DateTimeFormat(i18n.language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC', hourCycle: 'h23' });
  const words = (when: When): readonly [string, string, string?] =>
    when === 'never' ? [when, t('settings.never')] : [when, t(`settings.${when}`), t(`settings.${when}-hint`)];
  return (
    <Form onSubmit={() => send.mutate(undefined)} submit={t('settings.save')} pending={send.isPending} refused={send.error ?? undefined}>
      {channels.map((channel) => (
        <Fragment key={channel}>
          <ChoiceField
            label={t(`settings.${channel}`)}
            value={[chosen[channel]]}
            onChange={([when]) => setChosen({ ...chosen, [channel]: when as When })}
            options={whens.map(words)}
          />
          {nowhere[channel] && chosen[channel] !== 'never' && (
            <Notice tone="orange">{t(channel === 'mail' ? 'settings.no-address' : 'settings.no-device')}</Notice>
          )}
        </Fragment>
      ))}
      <SelectField
        label={t('settings.hour')}
        hint={t('settings.hour-hint')}
        name="hour"
        value={String(chosen.hour)}
        onChange={(hour) => setChosen({ ...chosen, hour: Number(hour) })}
        options={Array.from({ length: 24 }, (_, hour) => [String(hour), hours.format(new Date(Date.UTC(2026, 0, 1, hour)))] as const)}
      />
      <ChoiceField
        label={t('settings.kinds')}
        several
        value={chosen.kinds}
        onChange={(kinds) => setChosen({ ...chosen, kinds: kinds as NoticeKind[] })}
        options={noticeKinds.map((kind) => [kind, t(`kind.${kind}`)] as const)}
      />
    </Form>
  );
}
