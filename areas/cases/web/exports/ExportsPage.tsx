import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Await, CommandForm, useCommand, useFormat, useRead, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Button, Dialog, Empty, Page, Progress, Section, useToast } from '../../../../platform/ui/index.ts';
import { exportFormats, riskLevels } from '../../domain/index.ts';
import { type CaseExport, TakeExport } from './TakeExport.tsx';
import { TakeIn } from './TakeIn.tsx';

/** Files of cases: asked for with a reason, made in the background, locked when they leave, destroyed after a day. */
export default function ExportsPage() {
  const { t } = useTranslation('cases');
  const found = useRead<{ exports: CaseExport[] }>('/api/cases/exports', {
    every: (data) => (data?.exports.some(({ status }) => status === 'running') ? 1500 : false),
  });
  const { may } = useSession();
  const [asking, setAsking] = useState<string>();
  const stop = () => setAsking(undefined);
  return (
    <Page
      title={t('export.title')}
      lead={t('export.lead')}
      back={{ to: '/cases', label: t('nav') }}
      actions={
        <Button kind="primary" onPress={() => setAsking(uuidv7())}>
          {t('export.ask')}
        </Button>
      }
    >
      <Await of={found}>{({ exports }) => <Exports exports={exports} />}</Await>
      {may('take-in', 'cases.case') && <TakeIn />}
      <Dialog title={t('export.ask')} isOpen={asking !== undefined} onClose={stop}>
        {asking && <Ask id={asking} onDone={stop} />}
      </Dialog>
    </Page>
  );
}

function Ask({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const { ward } = useFormat();
  return (
    <CommandForm
      kind="cases.export"
      id={id}
      name="ask"
      submit={t('export.submit')}
      onDone={onDone}
      onClose={onDone}
      fields={[
        {
          name: 'which',
          kind: 'pick',
          label: t('export.which'),
          options: [
            ['open', t('list.open')],
            ['overdue', t('list.overdue')],
            ['unassigned', t('list.unassigned')],
            ['closed', t('list.closed')],
            ['all', t('export.all')],
          ],
          starts: 'open',
        },
        {
          name: 'riskLevel',
          kind: 'pick',
          label: t('case.risk'),
          options: [['', t('list.any')], ...riskLevels.map((one) => [one, t(`risk.${one}`)] as const)],
          starts: '',
        },
        {
          name: 'ward',
          kind: 'pick',
          label: t('case.ward'),
          options: [['', t('list.any')], ...city.wards.map((one) => [one, ward(one)] as const)],
          starts: '',
        },
        {
          name: 'format',
          kind: 'one',
          label: t('export.format'),
          options: exportFormats.map((one) => [one, t(`export.of-format.${one}`)] as const),
          starts: 'xlsx',
        },
        { name: 'because', kind: 'text', label: t('export.because'), hint: t('export.because-hint'), required: true },
      ]}
      input={({ which, riskLevel, ward: chosen, format, because }) => ({
        format,
        because,
        criteria: {
          ...(which === 'closed' ? { status: 'closed' } : which === 'all' ? {} : { status: 'open' }),
          ...(which === 'overdue' ? { overdue: true } : {}),
          ...(which === 'unassigned' ? { unassigned: true } : {}),
          ...(riskLevel ? { riskLevel } : {}),
          ...(chosen ? { ward: chosen } : {}),
        },
      })}
    />
  );
}

function Exports({ exports }: { readonly exports: readonly CaseExport[] }) {
  const { t } = useTranslation('cases');
  const { moment, number } = useFormat();
  const say = useToast();
  const [taking, setTaking] = useState<CaseExport>();
  const command = useCommand('cases.export', () => say(t('act.done')));
  const stop = () => setTaking(undefined);
  return (
    <Section>
      {exports.length === 0 && <Empty title={t('export.none')}>{t('export.none-more')}</Empty>}
      <ul className="stack">
        {exports.map((one) => (
          <li key={one.id} className="section__head">
            <div>
              <strong dir="auto">{one.because}</strong>
              <div className="small soft">
                <Badge tone={one.status === 'failed' ? 'orange' : 'plain'}>{t(`export.of-status.${one.status}`)}</Badge>{' '}
                {[
                  moment(one.at),
                  t(`export.of-format.${one.format}`),
                  one.rows !== null && t('export.rows', { count: one.rows, n: number(one.rows) }),
                  one.taken > 0 && t('export.taken', { count: one.taken }),
                  one.status === 'ready' && t('export.until', { when: moment(one.until) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              {one.status === 'running' && (
                <Progress label={t('export.of-status.running')} done={one.progress?.done ?? 0} total={one.progress?.total ?? null} />
              )}
            </div>
            {one.status === 'ready' && (
              <div className="buttons">
                <Button label={`${t('export.take')}: ${one.because}`} onPress={() => setTaking(one)}>
                  {t('export.take')}
                </Button>
                <Button
                  kind="quiet"
                  label={`${t('export.forget')}: ${one.because}`}
                  onPress={() => command.mutate({ id: one.id, name: 'forget', input: {} })}
                >
                  {t('export.forget')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Dialog title={t('export.take')} isOpen={taking !== undefined} onClose={stop}>
        {taking && <TakeExport id={taking.id} onDone={stop} />}
      </Dialog>
    </Section>
  );
}
