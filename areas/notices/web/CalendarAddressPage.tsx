import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, request, useFormat, useRead, useSend } from '../../../platform/shell/index.ts';
import { Button, Buttons, Dialog, Notice, Page, Section, Stack, TextField, useToast } from '../../../platform/ui/index.ts';

/** The secret address from which a person's own calendar takes the days: made, shown once, made anew, withdrawn. */
export default function CalendarAddressPage() {
  const { t } = useTranslation('notices');
  const { moment } = useFormat();
  const say = useToast();
  const standing = useRead<{ madeAt: string | null; takenAt: string | null }>('/api/notices/calendar');
  const [address, setAddress] = useState<string>();
  const [asked, setAsked] = useState<'make' | 'withdraw'>();
  const close = () => setAsked(undefined);
  const make = useSend(
    () => request<{ path: string }>('POST', '/api/notices/calendar/make', {}),
    ({ path }) => {
      setAddress(`${location.origin}${path}`);
      close();
    },
  );
  const withdraw = useSend(
    () => request('POST', '/api/notices/calendar/withdraw', {}),
    () => {
      setAddress(undefined);
      close();
      say(t('calendar.withdrawn'));
    },
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address!);
      say(t('calendar.copied'));
    } catch {
      say(t('calendar.not-copied'));
    }
  };
  const error = make.error ?? withdraw.error;
  return (
    <Page title={t('calendar.title')} lead={t('calendar.lead')} back={{ to: '/settings', label: t('shell:settings.nav') }}>
      <Section>
        <Await of={standing}>
          {({ madeAt, takenAt }) =>
            madeAt === null ? (
              <>
                <p>{t('calendar.none')}</p>
                <p className="soft">{t('calendar.ends')}</p>
                <Buttons>
                  <Button kind="primary" pending={make.isPending} onPress={() => make.mutate(undefined)}>
                    {t('calendar.make')}
                  </Button>
                </Buttons>
              </>
            ) : (
              <>
                {address && (
                  <Notice tone="blue" title={t('calendar.once')}>
                    <Stack>
                      <p>{t('calendar.how')}</p>
                      <TextField label={t('calendar.address')} value={address} onChange={() => undefined} />
                      <Buttons>
                        <Button kind="primary" onPress={() => void copy()}>
                          {t('calendar.copy')}
                        </Button>
                      </Buttons>
                    </Stack>
                  </Notice>
                )}
                <p>
                  {t('calendar.made', { when: moment(madeAt) })}{' '}
                  {takenAt === null ? t('calendar.never-taken') : t('calendar.taken', { when: moment(takenAt) })}
                </p>
                <p className="soft">{t('calendar.ends')}</p>
                <Buttons>
                  <Button onPress={() => setAsked('make')}>{t('calendar.again')}</Button>
                  <Button onPress={() => setAsked('withdraw')}>{t('calendar.withdraw')}</Button>
                </Buttons>
              </>
            )
          }
        </Await>
        {error && <Notice tone="red">{error.sentence}</Notice>}
      </Section>
      <Dialog title={t(asked === 'make' ? 'calendar.again' : 'calendar.withdraw')} isOpen={asked !== undefined} onClose={close}>
        <p>{t(asked === 'make' ? 'calendar.again-words' : 'calendar.withdraw-words')}</p>
        <Buttons>
          <Button
            kind="grave"
            pending={make.isPending || withdraw.isPending}
            onPress={() => (asked === 'make' ? make : withdraw).mutate(undefined)}
          >
            {t(asked === 'make' ? 'calendar.again' : 'calendar.withdraw')}
          </Button>
          <Button onPress={close}>{t('ui:cancel')}</Button>
        </Buttons>
      </Dialog>
    </Page>
  );
}
