import erasure from 'virtual:record/protection.erasure';
import retentionHold from 'virtual:record/protection.retention-hold';
import { useTranslation } from 'react-i18next';
import {
  Await,
  loadCatalogues,
  useActs,
  useFormat,
  useOffice,
  useParam,
  useSend,
  useSentence,
  useSession,
} from '../../../platform/shell/index.ts';
import { Button, Buttons, Columns, Entries, Entry, LinkButton, Name, Notice, Page, Section, Stack } from '../../../platform/ui/index.ts';
import type { Packet } from '../contract/index.ts';
import { call, useRead } from './api.ts';
import { HeldTable, InTheWay } from './HeldTable.tsx';
import { HoldStatus } from './HoldStatus.tsx';
import { cataloguesOf, download, packetPage } from './packetPage.ts';

/** What is held of a person, and what the data-protection officer may do about it. */
export default function HeldPage() {
  const { t } = useTranslation('protection');
  const id = useParam('id');
  const person = useRead('/api/protection/person/{id}', { id });
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const why = { name: 'because', kind: 'text', lines: 3, label: t('because') } as const;
  const ask = useActs({}, erasure, {
    name: () => t('erase.ask'),
    submit: () => t('erase.submit'),
  });
  const place = useActs({}, retentionHold, {
    name: () => t('retention-hold.place'),
    submit: () => t('retention-hold.place'),
  });
  return (
    <Await of={person}>
      {({ name, isPerson, held, retentionHolds, erasures, records }) => {
        const waiting = erasures.find(({ status }) => status === 'asked');
        return (
          <Page
            title={<Name>{name || t('no-name')}</Name>}
            windowTitle={t('person.window')}
            back={isPerson ? { to: `/people/${id}`, label: t('person.back') } : { to: '/protection', label: t('nav') }}
            lead={t('person.lead')}
          >
            <Columns>
              <Stack>
                <Section title={t('held.title')}>
                  <HeldTable held={held} />
                </Section>
                <Section title={t('erase.title')}>
                  <p className="soft">{t('erase.lead')}</p>
                  {waiting ? (
                    <LinkButton to={`/protection/${waiting.id}`}>{t('erase.waits')}</LinkButton>
                  ) : held.refused ? (
                    <InTheWay refused={held.refused} />
                  ) : (
                    <Buttons>
                      {ask.button(
                        {
                          name: 'ask',
                          fields: [
                            { name: 'ground', kind: 'one', label: t('erase.ground'), said: (one) => t(`ground.${one}`) },
                            { ...why, hint: t('erase.because-hint') },
                          ],
                          input: (answers) => ({ person: id, ...answers }),
                        },
                        { primary: true },
                      )}
                    </Buttons>
                  )}
                </Section>
              </Stack>
              <Stack>
                <Access person={id} records={records} />
                <Section title={t('retention-hold.title')}>
                  <p className="soft">{t('retention-hold.lead')}</p>
                  <Entries of={retentionHolds}>
                    {(one) => (
                      <Entry
                        key={one.id}
                        title={one.because}
                        marks={<HoldStatus status={one.status} />}
                        about={
                          <>
                            <Name>{nameOf(one.placedBy)}</Name> · {date(one.placedOn)}
                          </>
                        }
                        acts={<LinkButton to={`/protection/holds/${one.id}`}>{t('retention-hold.open')}</LinkButton>}
                      />
                    )}
                  </Entries>
                  <Buttons>{place.button({ name: 'place', fields: [why], input: (answers) => ({ person: id, ...answers }) })}</Buttons>
                </Section>
              </Stack>
            </Columns>
            {ask.dialog}
            {place.dialog}
          </Page>
        );
      }}
    </Await>
  );
}

/** Everything held, as a file: to read, or as data. */
function Access({ person, records }: { readonly person: string; readonly records: readonly string[] }) {
  const { t, i18n } = useTranslation('protection');
  const { moment } = useFormat();
  const { nameOf } = useOffice();
  const sentence = useSentence();
  const { may } = useSession();
  const send = useSend<'html' | 'json', Packet>(
    async () => {
      const packet = await call('POST', '/api/protection/person/{id}/packet', { id: person });
      await loadCatalogues(cataloguesOf(packet));
      return packet;
    },
    (packet, form) => {
      if (form === 'json') download(`access-${person}.json`, 'application/json', JSON.stringify(packet, null, 2));
      else download(`access-${person}.html`, 'text/html', packetPage(packet, { t, moment, nameOf, sentence, language: i18n.language }));
    },
  );
  return (
    <Section title={t('access.title')}>
      <p className="soft">{t('access.lead')}</p>
      {send.error && <Notice tone="red">{send.error.sentence}</Notice>}
      <Buttons>
        <Button pending={send.isPending && send.variables === 'html'} onPress={() => send.mutate('html')}>
          {t('access.read')}
        </Button>
        <Button pending={send.isPending && send.variables === 'json'} onPress={() => send.mutate('json')}>
          {t('access.data')}
        </Button>
        {may('read', 'accounts.reading') && (
          <LinkButton to={`/accounts/readings?records=${records.join('_')}`}>{t('person.access-log')}</LinkButton>
        )}
      </Buttons>
    </Section>
  );
}
