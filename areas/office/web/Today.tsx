import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useRead, useSession } from '../../../platform/shell/index.ts';
import { Badge, Empty, Figure, Figures, Name, Section, Table } from '../../../platform/ui/index.ts';
import { Openings, Risk } from '../../cases/web/index.ts';
import type { Waiting, WaitingTask } from './answers.ts';
import { LeavesToday } from './leaves/LeavesToday.tsx';
import { Lent } from './leaves/Lent.tsx';
import { FlagsToday } from './news/FlagsToday.tsx';

/** The actions that are due, and what waits for somebody to take it up. */
export default function Today() {
  const { may } = useSession();
  return (
    <>
      {may('read', 'office.leave') && <LeavesToday />}
      {may('read', 'cases.case') && <FlagsToday />}
      {may('read', 'cases.case') && <Work />}
      <Openings />
    </>
  );
}

function Work() {
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  const waiting = useRead<Waiting>('/api/office/today');
  return (
    <Await of={waiting} lines={3}>
      {({ tasks, reviews, lent, concerns, unassigned, team }) => (
        <>
          <Lent lent={lent} />
          <Section title={t('today.actions')}>
            {tasks.length === 0 ? <Empty title={t('today.none')} /> : <Tasks caption={t('today.actions')} rows={tasks} />}
          </Section>
          {reviews.rows.length > 0 && (
            <Section title={t('today.reviews', { n: number(reviews.total) })}>
              <Tasks caption={t('today.reviews', { n: number(reviews.total) })} rows={reviews.rows} />
            </Section>
          )}
          <Figures>
            {concerns.total > 0 && <Figure n={number(concerns.total)} label={t('today.concerns')} to="/cases/concerns" tone="orange" />}
            {unassigned.total > 0 && (
              <Figure n={number(unassigned.total)} label={t('today.unassigned')} to="/cases?which=unassigned" tone="orange" />
            )}
            <Figure
              n={number(team.overdue)}
              label={t('today.overdue')}
              to="/cases?which=overdue"
              {...(team.overdue > 0 ? { tone: 'orange' as const } : {})}
            />
            <Figure n={number(team.open)} label={t('today.open')} to="/cases" />
          </Figures>
        </>
      )}
    </Await>
  );
}

/** What is to be done in which case, and by when. */
function Tasks({ caption, rows }: { readonly caption: string; readonly rows: readonly WaitingTask[] }) {
  const { t } = useTranslation(['office', 'cases']);
  const { date } = useFormat();
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ case: file, kind, id }) => `${file}${kind}${id}`}
      columns={[
        {
          key: 'what',
          title: t('case.what'),
          main: true,
          cell: (task) => (
            <Link to="/cases/$id" params={{ id: task.case } as never}>
              <Name>{task.what ?? t(`task.${task.kind}`)}</Name>
            </Link>
          ),
        },
        { key: 'child', title: t('case.child'), cell: (task) => <Name>{task.name || t('case.no-name')}</Name> },
        { key: 'risk', title: t('case.risk'), cell: (task) => <Risk level={task.riskLevel} /> },
        { key: 'due', title: t('case.due'), cell: (task) => <Badge tone={task.overdue ? 'orange' : 'plain'}>{date(task.due)}</Badge> },
      ]}
    />
  );
}
