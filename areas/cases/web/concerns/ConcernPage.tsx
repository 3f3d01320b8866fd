import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Await, useCommand, useFormat, useOffice, useParam, useSend, useSession } from '../../../../platform/shell/index.ts';
import {
  Button,
  Columns,
  Dialog,
  Facts,
  Form,
  Link,
  Name,
  Notice,
  Page,
  Section,
  SelectField,
  Stack,
  TextField,
  Timeline,
  useNavigate,
  useToast,
} from '../../../../platform/ui/index.ts';
import type { FoundConcern } from '../../contract/index.ts';
import { dismissReasons } from '../../domain/index.ts';
import { call, useRead } from '../api.ts';
import { emptyAction, type FirstSteps, FirstStepsFields, stepsOf } from '../opening/CaseFields.tsx';
import { Duplicates } from '../opening/Duplicates.tsx';

/** One concern: what was said, who it may be, and taking it up or putting it down with a reason. */
export default function ConcernPage() {
  const found = useRead('/api/cases/concern/{id}', { id: useParam('id') });
  return <Await of={found}>{(data) => <ConcernFound concern={data} />}</Await>;
}

function ConcernFound({ concern }: { readonly concern: FoundConcern }) {
  const { t } = useTranslation('cases');
  const { may } = useSession();
  const { nameOf } = useOffice();
  const { age, date, moment, ward } = useFormat();
  const [open, setOpen] = useState<'take-up' | 'dismiss' | 'reopen'>();
  const close = () => setOpen(undefined);
  return (
    <Page
      title={<Name>{concern.name || t('case.no-name')}</Name>}
      windowTitle={t('concerns.one')}
      back={{ to: '/cases/concerns', label: t('concerns.nav') }}
      lead={[t(`concerns.is-${concern.status}`), age(concern.born), concern.ward && ward(concern.ward)].filter(Boolean).join(' · ')}
      actions={
        concern.status === 'open' &&
        may('open', 'cases.case') && (
          <Button kind="primary" onPress={() => setOpen('take-up')}>
            {t('concerns.take-up')}
          </Button>
        )
      }
    >
      {concern.case && (
        <Notice tone="blue" title={t('concerns.is-accepted')}>
          <Link to="/cases/$id" params={{ id: concern.case }}>
            {t('concerns.go-to-case')}
          </Link>
        </Notice>
      )}
      {concern.dismissedBecause && <Notice title={t('concerns.is-dismissed')}>{t(`concerns.because.${concern.dismissedBecause}`)}</Notice>}
      <Columns>
        <Stack>
          <Section title={t('concerns.what')}>
            <p className="prose" dir="auto">
              {concern.what}
            </p>
          </Section>
          {concern.status === 'open' && (
            <Duplicates
              question={{
                name: concern.name,
                except: concern.id,
                ...(concern.person ? { person: concern.person } : {}),
                ...(concern.born ? { born: concern.born } : {}),
              }}
            />
          )}
          <Section title={t('case.history')}>
            <Timeline
              entries={[...concern.history].reverse().map((event, i) => ({
                key: `${i}${event.at}`,
                what: t(`event.${event.type}`),
                when: `${moment(event.at)} · ${nameOf(event.actor)}`,
                text: event.type === 'concern-raised' ? undefined : event.text,
              }))}
            />
          </Section>
        </Stack>
        <Section title={t('case.file')}>
          <Facts
            facts={[
              [t('case.source'), t(`source.${concern.source}`)],
              [t('concerns.raised'), `${date(concern.raisedOn)} · ${nameOf(concern.raisedBy)}`],
            ]}
          />
          <div className="stack">
            {concern.next.includes('dismiss') && <Button onPress={() => setOpen('dismiss')}>{t('concerns.dismiss')}</Button>}
            {concern.next.includes('reopen') && <Button onPress={() => setOpen('reopen')}>{t('concerns.reopen')}</Button>}
          </div>
        </Section>
      </Columns>
      <Dialog title={open ? t(`concerns.${open}`) : ''} isOpen={open !== undefined} onClose={close}>
        {open === 'take-up' && <TakeUp concern={concern} onClose={close} />}
        {(open === 'dismiss' || open === 'reopen') && <Settle concern={concern} act={open} onClose={close} />}
      </Dialog>
    </Page>
  );
}

function TakeUp({ concern, onClose }: { readonly concern: FoundConcern; readonly onClose: () => void }) {
  const { t } = useTranslation('cases');
  const { user } = useSession();
  const navigate = useNavigate();
  const [ids] = useState(() => ({ commandId: uuidv7(), case: uuidv7() }));
  const [steps, setSteps] = useState<FirstSteps>({ riskLevel: 'medium', worker: user.id, actions: [emptyAction()] });
  const send = useSend(
    () => call('POST', '/api/cases/concern/{id}/take-up', { id: concern.id, ...ids, open: stepsOf(steps, user.id) }),
    () => void navigate({ to: '/cases/$id', params: { id: ids.case } }),
  );
  return (
    <Form
      onSubmit={() => send.mutate(undefined)}
      submit={t('open.submit')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <FirstStepsFields value={steps} onChange={setSteps} />
    </Form>
  );
}

function Settle({
  concern,
  act,
  onClose,
}: {
  readonly concern: FoundConcern;
  readonly act: 'dismiss' | 'reopen';
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('cases');
  const say = useToast();
  const [reason, setReason] = useState<string>(dismissReasons[0]);
  const [because, setBecause] = useState('');
  const command = useCommand('cases.concern', () => {
    onClose();
    say(t('act.done'));
  });
  const input = act === 'dismiss' ? { reason, because } : { because };
  return (
    <Form
      onSubmit={() => command.mutate({ id: concern.id, name: act, input })}
      submit={t(`concerns.${act}`)}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      {act === 'dismiss' && (
        <SelectField
          label={t('concerns.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          options={dismissReasons.map((one) => [one, t(`concerns.because.${one}`)] as const)}
        />
      )}
      <TextField label={t('act.because')} name="because" value={because} onChange={setBecause} lines={4} required />
    </Form>
  );
}
