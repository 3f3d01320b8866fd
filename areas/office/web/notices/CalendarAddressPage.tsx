import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSend } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Dialog, Notice, Page, Section, Stack, TextField, useToast } from '../../../../platform/ui/index.ts';
import { call, useRead } from '../api.ts';

/** The secret address from which a person's own calendar takes the days: made, shown once, made anew, withdrawn. */
export default function CalendarAddressPage() {
  const { t } = useTranslation('office');
  const { moment } = useFormat();
  const say = useToast();
  const standing = useRead('/api/office/notices/calendar');
  const [address, setAddress] = useState<string>();
  const [asked, setAsked] = useState<'make' | 'withdraw'>();
  const close = () => setAsked(undefined);
  const make = useSend(
    () => call('POST', '/api/office/notices/calendar/make'),
    ({ path }) => {
      setAddress(`${location.origin}${path}`);
      close();
    },
  );
  const withdraw = useSend(
    () => call('POST', '/api/office/notices/calendar/withdraw'),
    () => {
      setAddress(undefined);
      close();
      say(t('address.withdrawn'));
    },
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address!);
      say(t('address.copied'));
    } catch {
      say(t('address.not-copied'));
    }
  };
  const error = make.error ?? withdraw.error;
  return (
    <Page title={t('address.title')} lead={t('address.lead')} back={{ to: '/settings', label: t('shell:settings.nav') }}>
      <Section>
        <Await of={standing}>
          {({ madeAt, takenAt }) =>
            madeAt === null ? (
              <>
                <p>{t('address.none')}</p>
                <p className="soft">{t('address.ends')}</p>
                <Buttons>
                  <Button kind="primary" pending={make.isPending} onPress={() => make.mutate(undefined)}>
                    {t('address.make')}
                  </Button>
                </Buttons>
              </>
            ) : (
              <>
                {address && (
                  <Notice tone="blue" title={t('address.once')}>
                    <Stack>
                      <p>{t('address.how')}</p>
                      <TextField label={t('address.address')} value={address} onChange={() => undefined} />
                      <Buttons>
                        <Button kind="primary" onPress={() => void copy()}>
                          {t('address.copy')}
                        </Button>
                      </Buttons>
                    </Stack>
                  </Notice>
                )}
                <p>
                  {t('address.made', { when: moment(madeAt) })}{' '}
                  {takenAt === null ? t('address.never-taken') : t('address.taken', { when: moment(takenAt) })}
                </p>
                <p className="soft">{t('address.ends')}</p>
                <Buttons>
                  <Button onPress={() => setAsked('make')}>{t('address.again')}</Button>
                  <Button onPress={() => setAsked('withdraw')}>{t('address.withdraw')}</Button>
                </Buttons>
              </>
            )
          }
        </Await>
        {error && <Notice tone="red">{error.sentence}</Notice>}
      </Section>
      <Dialog title={t(asked === 'make' ? 'address.again' : 'address.withdraw')} isOpen={asked !== undefined} onClose={close}>
        <p>{t(asked === 'make' ? 'address.again-words' : 'address.withdraw-words')}</p>
        <Buttons>
          <Button
            kind="grave"
            pending={make.isPending || withdraw.isPending}
            onPress={() => (asked === 'make' ? make : withdraw).mutate(undefined)}
          >
            {t(asked === 'make' ? 'address.again' : 'address.withdraw')}
          </Button>
          <Button onPress={close}>{t('ui:cancel')}</Button>
        </Buttons>
      </Dialog>
    </Page>
  );
}
