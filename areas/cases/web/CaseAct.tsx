import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { useCommand, useOffice, useSession } from '../../../platform/shell/index.ts';
import { ChoiceField, DateField, Form, Notice, SelectField, TextField } from '../../../platform/ui/index.ts';
import { closeReasons, riskLevels } from '../domain/index.ts';
import type { Case, CaseAction } from './answers.ts';

export type Act =
  | { readonly name: 'note' | 'add-action' | 'change-risk' | 'assign' | 'close' | 'reopen' }
  | { readonly name: 'settle-action' | 'reopen-action'; readonly action: CaseAction };

/** The questions of one act on a case. */
export function CaseAct({
  found,
  act,
  onDone,
  onClose,
}: {
  readonly found: Case;
  readonly act: Act;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('cases');
  const { user, city } = useSession();
  const { workers } = useOffice();
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const [worker, setWorker] = useState(found.worker ?? user.id);
  const [level, setLevel] = useState(found.riskLevel);
  const [how, setHow] = useState('done');
  const [reason, setReason] = useState<string>(closeReasons[0]);
  const [actionId] = useState(() => uuidv7());
  const command = useCommand('cases.case', onDone);
  const input = {
    note: { text },
    'add-action': { action: actionId, what: text, who: worker, due },
    'change-risk': { riskLevel: level, because: text },
    assign: { worker },
    close: { reason, summary: text },
    reopen: { because: text },
    'reopen-action': { action: 'action' in act ? act.action.id : '', ...(text.trim() ? { because: text } : {}) },
    'settle-action': { action: 'action' in act ? act.action.id : '', how, ...(text.trim() ? { note: text } : {}) },
  }[act.name];
  const colleagues = (workers.length > 0 ? workers : [user]).map(({ id, name }) => [id, name] as const);
  const openActions = found.actions.filter(({ settled }) => settled === null).length;
  return (
    <Form
      onSubmit={() => command.mutate({ id: found.id, name: act.name, input })}
      submit={t(`act.submit-${act.name}`)}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      {act.name === 'note' && (
        <TextField label={t('act.text')} name="text" hint={t('act.text-hint')} value={text} onChange={setText} lines={6} required />
      )}
      {act.name === 'add-action' && (
        <>
          <TextField label={t('case.what')} name="what" value={text} onChange={setText} required />
          <SelectField label={t('case.who')} name="who" value={worker} onChange={setWorker} options={colleagues} />
          <DateField label={t('case.due')} name="due" value={due} onChange={setDue} min={city.today} required />
        </>
      )}
      {act.name === 'settle-action' && (
        <>
          <p dir="auto">{act.action.what}</p>
          <ChoiceField
            label={t('act.how')}
            value={[how]}
            onChange={([chosen]) => setHow(chosen!)}
            options={[
              ['done', t('how.done')],
              ['dropped', t('how.dropped')],
            ]}
          />
          <TextField
            label={t(how === 'dropped' ? 'act.why-dropped' : 'act.outcome')}
            name="note"
            value={text}
            onChange={setText}
            lines={3}
            required={how === 'dropped'}
          />
        </>
      )}
      {act.name === 'reopen-action' && (
        <>
          <p dir="auto">{act.action.what}</p>
          <TextField label={t('act.because-optional')} name="because" value={text} onChange={setText} lines={3} />
        </>
      )}
      {act.name === 'change-risk' && (
        <>
          <ChoiceField
            label={t('case.risk')}
            value={[level]}
            onChange={([chosen]) => setLevel(chosen!)}
            options={riskLevels.map((one) => [one, t(`risk.${one}`), t(`risk-means.${one}`)] as const)}
          />
          <TextField label={t('act.because')} name="because" value={text} onChange={setText} lines={3} required />
        </>
      )}
      {act.name === 'assign' && (
        <SelectField label={t('case.worker')} name="worker" value={worker} onChange={setWorker} options={colleagues} />
      )}
      {act.name === 'close' && (
        <>
          {openActions > 0 && <Notice tone="orange">{t('problem.actions-open', { open: openActions })}</Notice>}
          <SelectField
            label={t('act.close-reason')}
            name="reason"
            value={reason}
            onChange={setReason}
            options={closeReasons.map((one) => [one, t(`close-reason.${one}`)] as const)}
          />
          <TextField
            label={t('act.summary')}
            name="summary"
            hint={t('act.summary-hint')}
            value={text}
            onChange={setText}
            lines={5}
            required
          />
        </>
      )}
      {act.name === 'reopen' && <TextField label={t('act.because')} name="because" value={text} onChange={setText} lines={4} required />}
    </Form>
  );
}
