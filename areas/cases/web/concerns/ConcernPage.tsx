import caseInputs from 'virtual:record/cases.case';
import concernInputs from 'virtual:record/cases.concern';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Act,
  CommandForm,
  type RecordActs,
  RecordHistory,
  RecordPage,
  useFormat,
  useOffice,
  useParam,
  useSession,
} from '../../../../platform/shell/index.ts';
import { Button, Columns, Dialog, Facts, Link, Name, Notice, Prose, Section, Stack, useNavigate } from '../../../../platform/ui/index.ts';
import type { FoundConcern, TakenUp } from '../../contract/index.ts';
import { call, useRead } from '../api.ts';
import { Duplicates } from '../newCase/Duplicates.tsx';
import { useFirstSteps } from '../newCase/fields.tsx';

/** One concern: what was said, who it may be, and taking it up or putting it down with a reason. */
export default function ConcernPage() {
  const { t } = useTranslation('cases');
  const { may } = useSession();
  const { age, ward } = useFormat();
  const words = (act: string) => t(`concerns.${act}`);
  return (
    <RecordPage
      of={useRead('/api/cases/concern/{id}', { id: useParam('id') })}
      record={concernInputs}
      words={{ name: words, submit: words, done: t('act.done') }}
      head={(concern) => ({
        title: <Name>{concern.name || t('case.no-name')}</Name>,
        windowTitle: t('concerns.one'),
        back: { to: '/cases/concerns', label: t('concerns.nav') },
        marks: [t(`concerns.is-${concern.status}`), age(concern.born), concern.ward && ward(concern.ward)].filter(Boolean).join(' · '),
        actions: concern.status === 'open' && may('open', 'cases.case') && <TakeUp concern={concern} />,
      })}
    >
      {(concern, acts) => <ConcernFound concern={concern} acts={acts} />}
    </RecordPage>
  );
}

function ConcernFound({ concern, acts }: { readonly concern: FoundConcern; readonly acts: RecordActs }) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date, days } = useFormat();
  const because = { name: 'because', label: t('act.because') };
  const dismiss: Act = {
    name: 'dismiss',
    fields: [{ name: 'reason', label: t('concerns.reason'), said: (one) => t(`concerns.because.${one}`) }, because],
  };
  return (
    <>
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
          <Stack>
            {acts.button(dismiss)}
            {acts.button({ name: 'reopen', fields: [because] })}
          </Stack>
        </Section>
      </Columns>
    </>
  );
}

/** The concern becomes a case: both in one step. Its questions are those of the case, so that it is no act of the concern's page. */
function TakeUp({ concern }: { readonly concern: FoundConcern }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const { fields, stepsOf } = useFirstSteps();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t('concerns.take-up')}
      </Button>
      <Dialog title={t('concerns.take-up')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <CommandForm
          kind={caseInputs}
          name="open"
          draft={concern.id}
          fields={fields}
          input={(answers, made) => ({ case: made, open: stepsOf(answers) })}
          send={(input: TakenUp, commandId) => call('POST', '/api/cases/concern/{id}/take-up', { id: concern.id, commandId, ...input })}
          submit={t('open.submit')}
          onDone={(id) => void navigate({ to: '/cases/$id', params: { id } })}
          onClose={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}
