import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { request, useFormat, useOffice, useSend, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Button, Buttons, ChoiceField, Dialog, Form, Name, SelectField, TextField } from '../../../../platform/ui/index.ts';
import { serviceGroups } from '../../../partners/domain/index.ts';
import { riskLevels } from '../../domain/index.ts';
import type { CaseSummary } from '../answers.ts';
import { AskExport } from '../exports/AskExport.tsx';
import { PartnerChoice } from '../services/PartnerChoice.tsx';

export interface Outcome {
  readonly id: string;
  readonly done: boolean;
  readonly code?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const acts = {
  assign: 'act.assign',
  refer: 'services.refer',
  'change-risk': 'bulk.change-risk',
  note: 'bulk.note',
  export: 'export.ask',
} as const;
type Act = keyof typeof acts;

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
  const [act, setAct] = useState<Act>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const close = () => {
    setAct(undefined);
    if (outcomes) onDone();
    setOutcomes(undefined);
  };
  return (
    <>
      <Buttons>
        <strong>{t('bulk.picked', { count: picked.length, n: number(picked.length) })}</strong>
        {(Object.keys(acts) as Act[])
          .filter((one) => (one === 'export' ? may('ask', 'cases.export') : !closed && may(one, 'cases.case')))
          .map((one) => (
            <Button key={one} onPress={() => setAct(one)}>
              {t(acts[one])}
            </Button>
          ))}
        <Button kind="quiet" onPress={onDone}>
          {t('bulk.none')}
        </Button>
      </Buttons>
      <Dialog title={t(acts[act ?? 'assign'])} isOpen={act !== undefined} onClose={close}>
        {outcomes ? (
          <Outcomes picked={picked} outcomes={outcomes} onClose={close} />
        ) : (
          <>
            {act === 'assign' && <BulkAssign picked={picked} onDone={setOutcomes} onClose={close} />}
            {act === 'change-risk' && <BulkRisk picked={picked} onDone={setOutcomes} onClose={close} />}
            {act === 'note' && <BulkNote picked={picked} onDone={setOutcomes} onClose={close} />}
            {act === 'export' && (
              <AskExport
                of={{
                  says: t('bulk.picked', { count: picked.length, n: number(picked.length) }),
                  criteria: { cases: picked.map(({ id }) => id) },
                }}
                onClose={close}
              />
            )}
            {act === 'refer' && <BulkRefer picked={picked} onDone={setOutcomes} onClose={close} />}
          </>
        )}
      </Dialog>
    </>
  );
}

interface BulkProps {
  readonly picked: readonly CaseSummary[];
  readonly onDone: (outcomes: readonly Outcome[]) => void;
  readonly onClose: () => void;
}

/** Sends the same command to each case. The ids of the commands stay the same however often it is sent. */
function useBulk(command: Act, onDone: BulkProps['onDone']) {
  const [ids] = useState(() => new Map<string, string>());
  const idFor = (id: string) => ids.get(id) ?? ids.set(id, uuidv7()).get(id)!;
  return useSend(
    (rows: readonly { id: string; input: object }[]) =>
      request<{ rows: Outcome[] }>('POST', '/api/cases/bulk', { command, rows: rows.map((row) => ({ ...row, commandId: idFor(row.id) })) }),
    ({ rows }) => onDone(rows),
  );
}

function BulkAssign({ picked, onDone, onClose }: BulkProps) {
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
        options={[['', t('services.choose')], ...workers.map(({ id, name }) => [id, name] as const)]}
        required
      />
    </Form>
  );
}

function BulkRisk({ picked, onDone, onClose }: BulkProps) {
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
        options={[['', t('services.choose')], ...riskLevels.map((level) => [level, t(`risk.${level}`)] as const)]}
        required
      />
      <TextField label={t('bulk.because')} value={because} onChange={setBecause} lines={3} required />
    </Form>
  );
}

function BulkNote({ picked, onDone, onClose }: BulkProps) {
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

function BulkRefer({ picked, onDone, onClose }: BulkProps) {
  const { t } = useTranslation('cases');
  const { ward } = useFormat();
  const [service, setService] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [because, setBecause] = useState('');
  const [tell, setTell] = useState<readonly string[]>(['name']);
  const [ids] = useState(() => new Map(picked.map(({ id }) => [id, uuidv7()])));
  const send = useBulk('refer', onDone);
  const toldOf = (one: CaseSummary): Record<string, string> => ({
    ...(tell.includes('name') && one.name ? { name: one.name } : {}),
    ...(tell.includes('birth-date') && one.birthYear !== null ? { 'birth-date': String(one.birthYear) } : {}),
    ...(tell.includes('ward') && one.ward ? { ward: ward(one.ward) } : {}),
  });
  const inputOf = (one: CaseSummary) => ({
    ...{ referral: ids.get(one.id)!, organisation, service, urgency: 'usual', handover: false, because: because.trim() },
    told: toldOf(one),
  });
  return (
    <Form
      onSubmit={() => send.mutate(picked.map((one) => ({ id: one.id, input: inputOf(one) })))}
      submit={t('services.submit')}
      pending={send.isPending}
      refused={send.error ?? undefined}
      onCancel={onClose}
    >
      <SelectField
        label={t('services.service')}
        value={service}
        onChange={(chosen) => {
          setService(chosen);
          setOrganisation('');
        }}
        options={[
          ['', t('services.choose')],
          ...Object.values(serviceGroups).flatMap((group) => group.map((one) => [one, t(`partners:service.${one}`)] as const)),
        ]}
        required
      />
      {service && <PartnerChoice service={service} ward={null} value={organisation} onChange={setOrganisation} />}
      <ChoiceField
        several
        label={t('services.told')}
        hint={t('bulk.told-hint')}
        value={tell}
        onChange={setTell}
        options={(['name', 'birth-date', 'ward'] as const).map((field) => [field, t(`partners:shared.${field}`)] as const)}
      />
      <TextField label={t('services.because')} hint={t('services.because-hint')} value={because} onChange={setBecause} lines={3} required />
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
