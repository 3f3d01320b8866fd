import caseInputs from 'virtual:record/cases.case';
import concernInputs from 'virtual:record/cases.concern';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Act,
  Await,
  CommandForm,
  RecordHistory,
  useActs,
  useFormat,
  useOffice,
  useParam,
  useSession,
} from '../../../../platform/shell/index.ts';
import {
  Button,
  Columns,
  Dialog,
  Facts,
  Link,
  Name,
  Notice,
  Page,
  Prose,
  Section,
  Stack,
  useNavigate,
} from '../../../../platform/ui/index.ts';
import type { FoundConcern, TakenUp } from '../../contract/index.ts';
import { dismissReasons } from '../../domain/index.ts';
import { call, useRead } from '../api.ts';
import { Duplicates } from '../newCase/Duplicates.tsx';
import { useFirstSteps } from '../newCase/fields.tsx';

/** One concern: what was said, who it may be, and taking it up or putting it down with a reason. */
export default function ConcernPage() {
  const found = useRead('/api/cases/concern/{id}', { id: useParam('id') });
  return <Await of={found}>{(data) => <ConcernFound concern={data} />}</Await>;
}

function ConcernFound({ concern }: { readonly concern: FoundConcern }) {
  const { t } = useTranslation('cases');
  const { may } = useSession();
  const { nameOf } = useOffice();
  const { age, date, days, ward } = useFormat();
  const [takingUp, setTakingUp] = useState(false);
  const words = (act: string) => t(`concerns.${act}`);
  const { button, dialog } = useActs(concern, concernInputs, { name: words, submit: words, done: t('act.done') });
  const because = { name: 'because', label: t('act.because') };
  const dismiss: Act = {
    name: 'dismiss',
    fields: [
      { name: 'reason', label: t('concerns.reason'), said: (one) => t(`concerns.because.${one}`), starts: dismissReasons[0] },
      because,
    ],
  };
  const reopen: Act = { name: 'reopen', fields: [because] };
  return (
    <Page
      title={<Name>{concern.name || t('case.no-name')}</Name>}
      windowTitle={t('concerns.one')}
      back={{ to: '/cases/concerns', label: t('concerns.nav') }}
      lead={[t(`concerns.is-${concern.status}`), age(concern.born), concern.ward && ward(concern.ward)].filter(Boolean).join(' · ')}
      actions={
        concern.status === 'open' &&
        may('open', 'cases.case') && (
          <Button kind="primary" onPress={() => setTakingUp(true)}>
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
            <Prose>{concern.what}</Prose>
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
          <RecordHistory kind={concernInputs.kind} id={concern.id} />
        </Stack>
        <Section title={t('case.file')}>
          <Facts
            facts={[
              [t('open.born'), concern.born && days(concern.born)],
              [t('case.source'), t(`source.${concern.source}`)],
              [t('concerns.raised'), `${date(concern.raisedOn)} · ${nameOf(concern.raisedBy)}`],
            ]}
          />
          <div className="stack">
            {button(dismiss)}
            {button(reopen)}
          </div>
        </Section>
      </Columns>
      <Dialog title={t('concerns.take-up')} isOpen={takingUp} onClose={() => setTakingUp(false)}>
        <TakeUp concern={concern} onClose={() => setTakingUp(false)} />
      </Dialog>
      {dialog}
    </Page>
  );
}

/** The concern becomes a case: both in one step. */
function TakeUp({ concern, onClose }: { readonly concern: FoundConcern; readonly onClose: () => void }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const { fields, stepsOf } = useFirstSteps();
  return (
    <CommandForm
      kind={caseInputs}
      name="open"
      draft={concern.id}
      fields={fields}
      input={(answers, made) => ({ case: made, open: stepsOf(answers) })}
      send={(input: TakenUp, commandId) => call('POST', '/api/cases/concern/{id}/take-up', { id: concern.id, commandId, ...input })}
      submit={t('open.submit')}
      onDone={(id) => void navigate({ to: '/cases/$id', params: { id } })}
      onClose={onClose}
    />
  );
}
