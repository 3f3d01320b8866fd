import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { request, useFormat, useOffice, useParts, useSend, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Button, Buttons, Dialog, Form, Name, SelectField, TextField } from '../../../../platform/ui/index.ts';
import { riskLevels } from '../../domain/index.ts';
import type { CaseSummary } from '../answers.ts';

export interface Outcome {
  readonly id: string;
  readonly done: boolean;
  readonly code?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const acts = {
  assign: 'act.assign',
  'change-risk': 'bulk.change-risk',
  note: 'bulk.note',
} as const;
type Act = keyof typeof acts;

/** What another area's act on chosen cases is given (slot `cases.chosen`). */
export interface ChosenProps {
  readonly picked: readonly CaseSummary[];
  readonly onDone: (outcomes: readonly Outcome[]) => void;
  readonly onClose: () => void;
}

/** What another area's act on cases of the list is given, open or closed (slot `cases.listed`): what is said of them, what they are asked by. */
export interface ListedProps {
  readonly says: string;
  readonly criteria: object;
  readonly search?: string;
  readonly onClose: () => void;
}

/** What can be done to the cases that were chosen, and what came of it for each. */
export function BulkActs({
  picked,
  closed,
  onDone,
}: {
  readonly picked: readonly CaseSummary[];
  /** They are closed: nothing is done to them but that they go into a file. */
  readonly closed: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('cases');
  const { number } = useFormat();
  const { may } = useSession();
  const chosen = useParts<ChosenProps>('cases.chosen');
  const listed = useParts<ListedProps>('cases.listed');
  const [act, setAct] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const own = (Object.keys(acts) as Act[]).filter((one) => may(one, 'cases.case')).map((one) => acts[one]);
  const offered = [...(closed ? [] : [...own, ...chosen.map(({ words }) => words)]), ...listed.map(({ words }) => words)];
  const close = () => {
    setAct(undefined);
    if (outcomes) onDone();
    setOutcomes(undefined);
  };
  return (
    <>
      <Buttons>
        <strong>{t('bulk.picked', { count: picked.length, n: number(picked.length) })}</strong>
        {offered.map((words) => (
          <Button key={words} onPress={() => setAct(words)}>
            {t(words)}
          </Button>
        ))}
        <Button kind="quiet" onPress={onDone}>
          {t('bulk.none')}
        </Button>
      </Buttons>
      <Dialog title={act ? t(act) : ''} isOpen={act !== undefined} onClose={close}>
        {outcomes ? (
          <Outcomes picked={picked} outcomes={outcomes} onClose={close} />
        ) : (
          <>
            {act === acts.assign && <BulkAssign picked={picked} onDone={setOutcomes} onClose={close} />}
            {act === acts['change-risk'] && <BulkRisk picked={picked} onDone={setOutcomes} onClose={close} />}
            {act === acts.note && <BulkNote picked={picked} onDone={setOutcomes} onClose={close} />}
            {chosen.map(({ words, draw }) => words === act && draw({ picked, onDone: setOutcomes, onClose: close }))}
            {listed.map(
              ({ words, draw }) =>
                words === act &&
                draw({
                  says: t('bulk.picked', { count: picked.length, n: number(picked.length) }),
                  criteria: { cases: picked.map(({ id }) => id) },
                  onClose: close,
                }),
            )}
          </>
        )}
      </Dialog>
    </>
  );
}

/** Sends the same command to each case. The ids of the commands stay the same however often it is sent. */
export function useBulk(command: string, onDone: ChosenProps['onDone']) {
  const [ids] = useState(() => new Map<string, string>());
  const idFor = (id: string) => ids.get(id) ?? ids.set(id, uuidv7()).get(id)!;
  return useSend(
    (rows: readonly { id: string; input: object }[]) =>
      request<{ rows: Outcome[] }>('POST', '/api/cases/bulk', { command, rows: rows.map((row) => ({ ...row, commandId: idFor(row.id) })) }),
    ({ rows }) => onDone(rows),
  );
}

function BulkAssign({ picked, onDone, onClose }: ChosenProps) {
  const { t } = useTranslation('cases');
  const { workers } = useOffice();
  const [worker, setWorker] = useState('');
  const send = useBulk('assign', onDone);
  return (
    <Form
      onSubmit={() => send.mutate(picked.map(({ id }) => ({ id, input: { worker } })))}
      submit={t('act.assign')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <SelectField
        label={t('case.worker')}
        value={worker}
        onChange={setWorker}
        options={[['', t('bulk.choose')], ...workers.map(({ id, name }) => [id, name] as const)]}
        required
      />
    </Form>
  );
}

function BulkRisk({ picked, onDone, onClose }: ChosenProps) {
  const { t } = useTranslation('cases');
  const [riskLevel, setRiskLevel] = useState('');
  const [because, setBecause] = useState('');
  const send = useBulk('change-risk', onDone);
  return (
    <Form
      onSubmit={() => send.mutate(picked.map(({ id }) => ({ id, input: { riskLevel, because: because.trim() } })))}
      submit={t('bulk.change-risk')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <SelectField
        label={t('case.risk')}
        value={riskLevel}
        onChange={setRiskLevel}
        options={[['', t('bulk.choose')], ...riskLevels.map((level) => [level, t(`risk.${level}`)] as const)]}
        required
      />
      <TextField label={t('bulk.because')} value={because} onChange={setBecause} lines={3} required />
    </Form>
  );
}

function BulkNote({ picked, onDone, onClose }: ChosenProps) {
  const { t } = useTranslation('cases');
  const [text, setText] = useState('');
  const send = useBulk('note', onDone);
  return (
    <Form
      onSubmit={() => send.mutate(picked.map(({ id }) => ({ id, input: { text: text.trim() } })))}
      submit={t('bulk.note')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <TextField label={t('bulk.text')} hint={t('bulk.text-hint')} value={text} onChange={setText} lines={4} required />
    </Form>
  );
}

function Outcomes({
  picked,
  outcomes,
  onClose,
}: {
  readonly picked: readonly CaseSummary[];
  readonly outcomes: readonly Outcome[];
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation('cases');
  const { number } = useFormat();
  const names = new Map(picked.map(({ id, name }) => [id, name]));
  const done = outcomes.filter((one) => one.done).length;
  const sentence = ({ code = '', params = {} }: Outcome): string => {
    const key = code.replace('.', ':problem.');
    return i18n.exists(key) ? i18n.t(key, params) : t('bulk.not-possible');
  };
  return (
    <div className="stack">
      <p role="status">{t('bulk.outcome', { done: number(done), all: number(outcomes.length) })}</p>
      <ul className="stack">
        {outcomes.map((one) => (
          <li key={one.id}>
            <Name>{names.get(one.id) || t('case.no-name')}</Name>{' '}
            {one.done ? <Badge tone="blue">{t('bulk.done')}</Badge> : <Badge tone="orange">{t('bulk.refused')}</Badge>}
            {!one.done && <div className="small">{sentence(one)}</div>}
          </li>
        ))}
      </ul>
      <Buttons>
        <Button kind="primary" onPress={onClose}>
          {t('bulk.close')}
        </Button>
      </Buttons>
    </div>
  );
}
