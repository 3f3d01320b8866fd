import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, request, useCommand, useFormat, useOffice, useParam, useRead, useSend, useSession } from '../../../platform/shell/index.ts';
import { Button, Buttons, Dialog, Facts, Form, Name, Notice, Page, Section, TextField, useToast } from '../../../platform/ui/index.ts';
import type { Erasure } from './answers.ts';
import { HeldTable, InTheWay } from './HeldTable.tsx';

/** An erasure: what one asked for, and the yes or no of another. */
export default function ErasurePage() {
  const { t } = useTranslation('protection');
  const { date, number } = useFormat();
  const { nameOf } = useOffice();
  const { user, may } = useSession();
  const id = useParam('id');
  const erasure = useRead<Erasure>(`/api/protection/erasure/${id}`);
  const say = useToast();
  const [open, setOpen] = useState<'confirm' | 'decline'>();
  const close = () => setOpen(undefined);
  const withdraw = useCommand('protection.erasure');
  return (
    <Await of={erasure}>
      {(found) => {
        const waits = found.status === 'asked';
        const own = found.askedBy === user.id;
        return (
          <Page
            title={found.name ? <Name>{found.name}</Name> : t('erased-person')}
            windowTitle={t('erasure.window')}
            back={{ to: '/protection', label: t('erasure.back') }}
            lead={t(`status-says.${found.status}`)}
          >
            <Section>
              <Facts
                facts={[
                  [t('erase.ground'), t(`ground.${found.ground}`)],
                  [t('because'), found.because && <span dir="auto">{found.because}</span>],
                  [t('erasure.asked-by'), found.askedBy && <Name>{nameOf(found.askedBy)}</Name>],
                  [t('erasure.asked-on'), found.askedOn && date(found.askedOn)],
                  [t('erasure.settled-by'), found.settledBy && <Name>{nameOf(found.settledBy)}</Name>],
                  [t('erasure.settled-on'), found.settledOn && date(found.settledOn)],
                  [t('erasure.declined-because'), found.declinedBecause && <span dir="auto">{found.declinedBecause}</span>],
                  [t('erasure.records'), found.status === 'erased' ? number(found.records) : null],
                  [t('erasure.keys'), found.status === 'erased' ? number(found.keys) : null],
                ]}
              />
            </Section>
            {waits && found.held && (
              <Section title={t('held.title')}>
                <HeldTable held={found.held} />
                {found.held.refused && <InTheWay refused={found.held.refused} />}
                {own && <Notice tone="blue">{t('problem.second-person')}</Notice>}
                {withdraw.error && <Notice tone="red">{withdraw.error.sentence}</Notice>}
                <Buttons>
                  {!own && !found.held.refused && may('confirm', 'protection.erasure') && (
                    <Button kind="grave" onPress={() => setOpen('confirm')}>
                      {t('erasure.confirm')}
                    </Button>
                  )}
                  {!own && may('decline', 'protection.erasure') && (
                    <Button onPress={() => setOpen('decline')}>{t('erasure.decline')}</Button>
                  )}
                  {may('withdraw', 'protection.erasure') && (
                    <Button pending={withdraw.isPending} onPress={() => withdraw.mutate({ id, name: 'withdraw', input: {} })}>
                      {t('erasure.withdraw')}
                    </Button>
                  )}
                </Buttons>
              </Section>
            )}
            <Dialog title={t('erasure.confirm')} isOpen={open === 'confirm'} onClose={close}>
              <Confirm
                id={id}
                onDone={() => {
                  close();
                  say(t('erasure.done'));
                }}
                onClose={close}
              />
            </Dialog>
            <Dialog title={t('erasure.decline')} isOpen={open === 'decline'} onClose={close}>
              <Decline id={id} onClose={close} />
            </Dialog>
          </Page>
        );
      }}
    </Await>
  );
}

function Confirm({ id, onDone, onClose }: { readonly id: string; readonly onDone: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('protection');
  const send = useSend(() => request('POST', `/api/protection/erasure/${id}/carry-out`, {}), onDone);
  return (
    <Form
      onSubmit={() => send.mutate(undefined)}
      submit={t('erasure.confirm')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <Notice tone="orange">{t('erasure.for-ever')}</Notice>
      <p className="soft">{t('erasure.comes-back')}</p>
    </Form>
  );
}

function Decline({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation('protection');
  const [because, setBecause] = useState('');
  const command = useCommand('protection.erasure', onClose);
  return (
    <Form
      onSubmit={() => command.mutate({ id, name: 'decline', input: { because } })}
      submit={t('erasure.decline')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
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
