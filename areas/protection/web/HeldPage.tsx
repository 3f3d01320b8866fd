import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Await, request, useCommand, useFormat, useOffice, useParam, useRead, useSend } from '../../../platform/shell/index.ts';
import {
  Button,
  Buttons,
  ChoiceField,
  Columns,
  Dialog,
  Form,
  LinkButton,
  Name,
  Notice,
  Page,
  Section,
  Stack,
  TextField,
} from '../../../platform/ui/index.ts';
import { grounds } from '../domain/index.ts';
import type { HeldPerson, Packet } from './answers.ts';
import { HeldTable, InTheWay } from './HeldTable.tsx';
import { download, packetPage } from './packetPage.ts';

type Open = { what: 'ask' } | { what: 'place' } | { what: 'lift'; hold: string };

/** What is held of a person, and what the data-protection officer may do about it. */
export default function HeldPage() {
  const { t } = useTranslation('protection');
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const id = useParam('id');
  const person = useRead<HeldPerson>(`/api/protection/person/${id}`);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Await of={person}>
      {({ name, held, holds, erasures }) => {
        const waiting = erasures.find(({ status }) => status === 'asked');
        return (
          <Page
            title={<Name>{name || t('no-name')}</Name>}
            windowTitle={t('person.window')}
            back={{ to: `/people/${id}`, label: t('person.back') }}
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
                      <Button kind="primary" onPress={() => setOpen({ what: 'ask' })}>
                        {t('erase.ask')}
                      </Button>
                    </Buttons>
                  )}
                </Section>
              </Stack>
              <Stack>
                <Access person={id} />
                <Section title={t('hold.title')}>
                  <p className="soft">{t('hold.lead')}</p>
                  {holds.map((hold) => (
                    <Notice key={hold.id} tone="blue">
                      <p dir="auto">{hold.because}</p>
                      <p className="small soft">
                        <Name>{nameOf(hold.by)}</Name> · {date(hold.on)}
                      </p>
                      <Button onPress={() => setOpen({ what: 'lift', hold: hold.id })}>{t('hold.lift')}</Button>
                    </Notice>
                  ))}
                  <Buttons>
                    <Button onPress={() => setOpen({ what: 'place' })}>{t('hold.place')}</Button>
                  </Buttons>
                </Section>
              </Stack>
            </Columns>
            <Dialog title={t('erase.ask')} isOpen={open?.what === 'ask'} onClose={close}>
              <Ask person={id} onClose={close} />
            </Dialog>
            <Dialog title={t('hold.place')} isOpen={open?.what === 'place'} onClose={close}>
              <Hold name="place" person={id} onClose={close} />
            </Dialog>
            <Dialog title={t('hold.lift')} isOpen={open?.what === 'lift'} onClose={close}>
              {open?.what === 'lift' && <Hold name="lift" hold={open.hold} onClose={close} />}
            </Dialog>
          </Page>
        );
      }}
    </Await>
  );
}

/** Everything held, as a file: to read, or as data. */
function Access({ person }: { readonly person: string }) {
  const { t, i18n } = useTranslation('protection');
  const { moment } = useFormat();
  const { nameOf } = useOffice();
  const send = useSend<'html' | 'json', Packet>(
    () => request<Packet>('POST', `/api/protection/person/${person}/packet`, {}),
    (packet, form) => {
      if (form === 'json') download(`access-${person}.json`, 'application/json', JSON.stringify(packet, null, 2));
      else download(`access-${person}.html`, 'text/html', packetPage(packet, { t, moment, nameOf, language: i18n.language }));
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
      </Buttons>
    </Section>
  );
}

function Ask({ person, onClose }: { readonly person: string; readonly onClose: () => void }) {
  const { t } = useTranslation('protection');
  const [ground, setGround] = useState<string>(grounds[0]);
  const [because, setBecause] = useState('');
  const [id] = useState(() => uuidv7());
  const command = useCommand('protection.erasure', onClose);
  return (
    <Form
      onSubmit={() => command.mutate({ id, name: 'ask', input: { person, ground, because } })}
      submit={t('erase.submit')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      <ChoiceField
        label={t('erase.ground')}
        value={[ground]}
        onChange={([chosen]) => setGround(chosen!)}
        options={grounds.map((one) => [one, t(`ground.${one}`)] as const)}
      />
      <TextField
        label={t('because')}
        name="because"
        hint={t('erase.because-hint')}
        value={because}
        onChange={setBecause}
        lines={3}
        required
      />
    </Form>
  );
}

function Hold({
  name,
  person,
  hold,
  onClose,
}: {
  readonly name: 'place' | 'lift';
  readonly person?: string;
  readonly hold?: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('protection');
  const [because, setBecause] = useState('');
  const [id] = useState(() => hold ?? uuidv7());
  const command = useCommand('protection.hold', onClose);
  return (
    <Form
      onSubmit={() => command.mutate({ id, name, input: name === 'place' ? { person, because } : { because } })}
      submit={t(`hold.${name}`)}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      <TextField label={t('because')} name="because" value={because} onChange={setBecause} lines={3} required />
    </Form>
  );
}
