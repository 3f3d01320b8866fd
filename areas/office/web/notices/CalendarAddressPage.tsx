import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useActs, useFormat } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Notice, Page, Section, Stack, TextField, useToast } from '../../../../platform/ui/index.ts';
import { call, useRead } from '../api.ts';

/** The secret address from which a person's own calendar takes the days: made, shown once, made anew, withdrawn. */
export default function CalendarAddressPage() {
  const { t } = useTranslation('office');
  const { moment } = useFormat();
  const standing = useRead('/api/office/notices/calendar');
  const [address, setAddress] = useState<string>();
  const acts = useActs({ next: ['make', 'withdraw'] }, 'office.calendar', { name: (act) => t(`address.${act}`) });
  const make = {
    name: 'make',
    fields: [],
    send: async () => setAddress(`${location.origin}${(await call('POST', '/api/office/notices/calendar/make')).path}`),
  };
  const withdraw = async () => {
    await call('POST', '/api/office/notices/calendar/withdraw');
    setAddress(undefined);
  };
  const asks = (act: 'again' | 'withdraw') => ({ grave: true, fields: [], about: <p>{t(`address.${act}-words`)}</p> });
  return (
    <Page title={t('address.title')} lead={t('address.lead')} back={{ to: '/settings', label: t('shell:settings.nav') }}>
      <Section>
        <Await of={standing}>
          {({ madeAt, takenAt }) =>
            madeAt === null ? (
              <>
                <p>{t('address.none')}</p>
                <p className="soft">{t('address.ends')}</p>
                <Buttons>{acts.button({ ...make, atOnce: true }, { primary: true })}</Buttons>
              </>
            ) : (
              <>
                {address && <ShownOnce address={address} />}
                <p>
                  {t('address.made', { when: moment(madeAt) })}{' '}
                  {takenAt === null ? t('address.never-taken') : t('address.taken', { when: moment(takenAt) })}
                </p>
                <p className="soft">{t('address.ends')}</p>
                <Buttons>
                  {acts.button({ ...make, ...asks('again'), title: t('address.again') })}
                  {acts.button({ name: 'withdraw', ...asks('withdraw'), send: withdraw, done: t('address.withdrawn') })}
                </Buttons>
              </>
            )
          }
        </Await>
        {acts.dialog}
      </Section>
    </Page>
  );
}

function ShownOnce({ address }: { readonly address: string }) {
  const { t } = useTranslation('office');
  const say = useToast();
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => say(t('address.copied')),
      () => say(t('address.not-copied')),
    );
  return (
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
  );
}
