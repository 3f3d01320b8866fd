import record from 'virtual:record/office.leave';
import { useTranslation } from 'react-i18next';
import {
  type RecordActs,
  RecordHistory,
  RecordPage,
  useColumns,
  useFormat,
  useOffice,
  useParam,
} from '../../../../platform/shell/index.ts';
import { Buttons, Empty, Facts, Link, Name, Notice, Section, Table } from '../../../../platform/ui/index.ts';
import type { LeaveFile } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import { EndLeave, HandOver } from './Moving.tsx';

/** One leave: what is to be done for it now, who has the cases, and what waits for who is away in cases of others. */
export default function LeavePage() {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  const { date } = useFormat();
  return (
    <RecordPage
      of={useRead('/api/office/leave/{id}', { id: useParam('id') })}
      record={record}
      words={{ name: (act) => t(`leave.${act}`) }}
      head={({ worker, from, until }) => ({
        title: <Name>{nameOf(worker)}</Name>,
        windowTitle: t('leave.title'),
        back: { to: '/office/team', label: t('team.nav') },
        marks: t('leave.from-to', { from: date(from), to: date(until) }),
      })}
    >
      {(leave, acts) => (
        <>
          {leave.ended ? (
            <Notice title={t(`leave.ended-${leave.ended}`)} />
          ) : (
            <>
              <Now leave={leave} acts={acts} />
              <Elsewhere waits={leave.elsewhere} />
            </>
          )}
          <RecordHistory kind={record.kind} id={leave.id} />
        </>
      )}
    </RecordPage>
  );
}

function Now({ leave, acts }: { readonly leave: LeaveFile; readonly acts: RecordActs }) {
  const { t } = useTranslation('office');
  const { nameOf } = useOffice();
  const { date, number, today } = useFormat();
  const { from, until, to, left, lent } = leave;
  return (
    <Section title={t('leave.now')}>
      <Facts
        facts={[
          [t('leave.to'), <Name key="to">{to.map(nameOf).join(', ')}</Name>],
          [t('leave.left'), number(left)],
          [t('leave.lent-now'), number(lent)],
        ]}
      />
      {from > today && <p>{t('leave.begins', { date: date(from) })}</p>}
      <Buttons>
        {acts.can('hand-over') && <HandOver leave={leave} />}
        {acts.can('end') && <EndLeave leave={leave} how="given-back" primary={until < today} />}
        {acts.can('end') && lent > 0 && <EndLeave leave={leave} how="kept" />}
        {acts.button({ name: 'move-end', held: leave, fields: [{ name: 'until', kind: 'day', label: t('leave.until'), min: today }] })}
      </Buttons>
    </Section>
  );
}

function Elsewhere({ waits }: { readonly waits: LeaveFile['elsewhere'] }) {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  const column = useColumns();
  return (
    <Section title={t('leave.elsewhere')}>
      {waits.length > 0 && <p className="soft">{t('leave.elsewhere-more')}</p>}
      <Table
        caption={t('leave.elsewhere')}
        empty={<Empty title={t('leave.elsewhere-none')} />}
        rows={waits}
        keyOf={(one) => `${one.case}${one.kind}${one.due}`}
        columns={[
          {
            key: 'what',
            title: t('case.what'),
            main: true,
            cell: (one) => (
              <Link to="/cases/$id" params={{ id: one.case }}>
                {t(`task.${one.kind}`)}
              </Link>
            ),
          },
          {
            key: 'worker',
            title: t('case.worker'),
            cell: (one) => (one.worker ? <Name>{nameOf(one.worker)}</Name> : t('case.nobody')),
          },
          column.due('due', t('case.due')),
        ]}
      />
    </Section>
  );
}
