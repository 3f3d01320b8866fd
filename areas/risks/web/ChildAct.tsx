import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useOffice, useSession } from '../../../platform/shell/index.ts';
import { DateField, Form, Notice, SelectField, TextField } from '../../../platform/ui/index.ts';

export type ActName = 'plan-visit' | 'see' | 'judge-not-at-risk';

/** The questions of one act on a child: a planned visit, having seen the child, or a judgement with its reason. */
export function ChildAct({
  id,
  act,
  onDone,
  onClose,
}: {
  readonly id: string;
  readonly act: ActName;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('risks');
  const { user, city } = useSession();
  const { workers } = useOffice();
  const [on, setOn] = useState(act === 'see' ? city.today : '');
  const [worker, setWorker] = useState(user.id);
  const [text, setText] = useState('');
  const command = useCommand('risks.child', onDone);
  const input = { 'plan-visit': { on, worker }, see: { on, note: text }, 'judge-not-at-risk': { because: text } }[act];
  return (
    <Form
      onSubmit={() => command.mutate({ id, name: act, input })}
      submit={t(`act.submit-${act}`)}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={onClose}
    >
      {act !== 'judge-not-at-risk' && (
        <DateField
          label={t(act === 'see' ? 'act.seen-on' : 'act.visit-on')}
          name="on"
          value={on}
          onChange={setOn}
          required
          {...(act === 'see' ? { max: city.today } : { min: city.today })}
        />
      )}
      {act === 'plan-visit' && (
        <SelectField
          label={t('act.who')}
          name="worker"
          value={worker}
          onChange={setWorker}
          options={(workers.length > 0 ? workers : [user]).map(({ id: one, name }) => [one, name] as const)}
        />
      )}
      {act === 'see' && (
        <TextField label={t('act.note')} name="note" hint={t('act.note-hint')} value={text} onChange={setText} lines={5} required />
      )}
      {act === 'judge-not-at-risk' && (
        <>
          <Notice>{t('act.judge-lead')}</Notice>
          <TextField label={t('act.because')} name="because" value={text} onChange={setText} lines={4} required />
        </>
      )}
    </Form>
  );
}
