import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Rows, useFormat, useOffice, useParam, useSession } from '../../../../platform/shell/index.ts';
import { usePicking } from '../../../../platform/shell/list/index.ts';
import {
  Badge,
  ChoiceField,
  DateField,
  Empty,
  Form,
  Link,
  Name,
  Notice,
  Page,
  Section,
  Table,
  useNavigate,
} from '../../../../platform/ui/index.ts';
import { type ListedCase, Risk } from '../../../cases/web/index.ts';
import { useAsk, useCommand, usePages } from '../api.ts';
import { handOver, useMoving } from './Moving.tsx';

/** Cases that may be chosen one by one. */
const maxPicked = 1000;

/**
 * A worker is away: from when to when, who has which of their cases meanwhile, and what that moves. No `CommandForm`: what it would move is
 * looked up while it is filled in, and the cases move step by step after it was sent.
 */
export default function PlanLeavePage() {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf, workers } = useOffice();
  const { city } = useSession();
  const { date, number } = useFormat();
  const navigate = useNavigate();
  const worker = useParam('worker');
  const [id] = useState(() => uuidv7());
  const [from, setFrom] = useState(city.today);
  const [until, setUntil] = useState('');
  const [to, setTo] = useState<readonly string[]>([]);
  const [which, setWhich] = useState<'all' | 'chosen'>('all');
  const [picked, setPicked] = useState<ReadonlyMap<string, ListedCase>>(new Map());
  const cases = which === 'chosen' ? { cases: [...picked.keys()] } : {};
  const asked = { worker, from, until: until || from, to, ...cases };
  const preview = useAsk('/api/office/leaves/preview', asked, { enabled: from !== '' }).data;
  const later = from > city.today;
  const show = () => void navigate({ to: '/office/leaves/$id', params: { id } });
  const moving = useMoving(handOver(id), preview?.cases ?? 0, show);
  // One act: what is planned for today moves at once; broken off, the same button goes on.
  const plan = useCommand('office.leave', () => (later ? show() : moving.start()));
  const nothing = preview?.cases === 0;
  return (
    <Page
      title={t('leave.plan')}
      lead={<Name>{nameOf(worker)}</Name>}
      back={{ to: `/office/team/${worker}`, label: nameOf(worker) }}
      windowTitle={t('leave.plan')}
    >
      <Section>
        <Form
          wide
          onSubmit={() => plan.mutate({ id, name: 'plan', input: { worker, from, until, to, ...cases } })}
          submit={t(later ? 'leave.submit-later' : 'leave.submit')}
          pending={plan.isPending || moving.pending}
          refused={plan.error ?? undefined}
        >
          <DateField name="from" label={t('leave.from')} value={from} onChange={setFrom} required />
          <DateField name="until" label={t('leave.until')} value={until} onChange={setUntil} min={from} required />
          <ChoiceField
            label={t('leave.to')}
            hint={t('leave.to-hint')}
            several
            narrow
            value={to}
            onChange={setTo}
            options={workers.filter((one) => one.id !== worker).map((one) => [one.id, one.name] as const)}
          />
          <ChoiceField
            label={t('leave.which')}
            value={[which]}
            onChange={([chosen]) => setWhich(chosen as typeof which)}
            options={(['all', 'chosen'] as const).map((one) => [one, t(`leave.which-${one}`)] as const)}
          />
          {which === 'chosen' && <Choose worker={worker} picked={picked} onPick={setPicked} />}
          {preview && (
            <Notice tone={nothing ? 'orange' : 'blue'} title={t('leave.preview', { count: preview.cases, n: number(preview.cases) })}>
              <ul>
                {preview.high > 0 && <li>{t('leave.preview-high', { count: preview.high, n: number(preview.high) })}</li>}
                {preview.due.map((one) => (
                  <li key={one.kind}>{t('leave.preview-due', { what: t(`task.${one.kind}`), count: one.cases, n: number(one.cases) })}</li>
                ))}
                {preview.elsewhere > 0 && (
                  <li>{t('leave.preview-elsewhere', { count: preview.elsewhere, n: number(preview.elsewhere) })}</li>
                )}
                {preview.away.map((one) => (
                  <li key={one}>
                    <Badge tone="orange">{t('leave.preview-away')}</Badge> <Name>{nameOf(one)}</Name>
                  </li>
                ))}
              </ul>
              <p>{later ? t('leave.later', { date: date(from) }) : t('leave.means')}</p>
            </Notice>
          )}
          {moving.told}
        </Form>
      </Section>
    </Page>
  );
}

/** Which of the worker's open cases are handed over. */
function Choose({
  worker,
  picked,
  onPick,
}: {
  readonly worker: string;
  readonly picked: ReadonlyMap<string, ListedCase>;
  readonly onPick: (picked: ReadonlyMap<string, ListedCase>) => void;
}) {
  const { t } = useTranslation(['office', 'cases']);
  const { date, isOver } = useFormat();
  const list = usePages('/api/cases/list', { worker });
  const { column } = usePicking(list.rows ?? [], picked, onPick, (one) => one.name || t('case.no-name'), maxPicked);
  return (
    <Rows of={list} empty={<Empty title={t('list.none-open')} />}>
      {(rows) => (
        <Table
          caption={t('leave.which-chosen')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            column,
            {
              key: 'name',
              title: t('case.child'),
              main: true,
              cell: (one) => (
                <Link to="/cases/$id" params={{ id: one.id }}>
                  <Name>{one.name || t('case.no-name')}</Name>
                </Link>
              ),
            },
            { key: 'risk', title: t('case.risk'), cell: (one) => <Risk level={one.riskLevel} /> },
            {
              key: 'due',
              whole: true,
              title: t('case.due'),
              cell: (one) => one.dueOn && <Badge tone={isOver(one.dueOn) ? 'orange' : 'plain'}>{date(one.dueOn)}</Badge>,
            },
          ]}
        />
      )}
    </Rows>
  );
}
