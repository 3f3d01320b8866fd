import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../platform/shell/index.ts';
import { Band, Counts, Empty, Line, Name, Queue, Section } from '../../../platform/ui/index.ts';
import { EmergencyAccessList, Risk, useTaskWords } from '../../cases/web/index.ts';
import type { WaitingTask } from '../contract/index.ts';
import { useRead } from './api.ts';
import { Lent } from './leaves/Lent.tsx';
import { FlagsToday } from './news/FlagsToday.tsx';

// Few have leaves to arrange.
const LeavesToday = lazy(() => import('./leaves/LeavesToday.tsx'));
// The page is shown before it is asked what is new.
const LiveToday = lazy(() => import('./news/LiveToday.tsx'));

/** The actions that are due, and what waits for somebody to take it up. */
export default function Today() {
  const { may } = useSession();
  return (
    <>
      {may('read', 'cases.case') && (
        <Suspense>
          <LiveToday />
        </Suspense>
      )}
      {may('read', 'cases.case') && <Dangers />}
      {may('read', 'office.leave') && (
        <Suspense>
          <LeavesToday />
        </Suspense>
      )}
      {may('read', 'cases.case') && <FlagsToday />}
      {may('read', 'cases.case') && <Work />}
      <EmergencyAccessList />
    </>
  );
}

/** Children in danger, above all else. */
function Dangers() {
  const { t } = useTranslation('office');
  const found = useRead('/api/office/today').data?.dangers;
  return found && <Tasks title={t('today.dangers')} rows={found.rows} total={found.total} tone="red" rest="/cases?danger=true" />;
}

/** How many lines a band has; the calendar has the others. */
const shownLines = 10;

function Work() {
  const { t } = useTranslation(['office', 'cases']);
  const { number, today } = useFormat();
  const waiting = useRead('/api/office/today');
  return (
    <Await of={waiting} lines={3}>
      {({ tasks, reviews, lent, concerns, unassigned, team }) => (
        <>
          <Lent lent={lent} />
          {tasks.length === 0 ? (
            <Section title={t('today.actions')}>
              <Empty title={t('today.none')} />
            </Section>
          ) : (
            <Queue>
              <Tasks title={t('today.late')} rows={tasks.filter(({ overdue }) => overdue)} />
              <Tasks title={t('today.today')} rows={tasks.filter(({ due, overdue }) => !overdue && due === today)} />
              <Tasks title={t('today.week')} rows={tasks.filter(({ due, overdue }) => !overdue && due !== today)} />
            </Queue>
          )}
          <Tasks title={t('today.reviews')} rows={reviews.rows} total={reviews.total} />
          <Counts
            counts={[
              ...(concerns > 0 ? [{ n: number(concerns), label: t('today.concerns'), to: '/cases/concerns' }] : []),
              ...(unassigned > 0 ? [{ n: number(unassigned), label: t('today.unassigned'), to: '/cases?unassigned=true' }] : []),
              { n: number(team.overdue), label: t('today.overdue'), to: '/cases?overdue=true' },
              { n: number(team.open), label: t('today.open'), to: '/cases' },
            ]}
          />
        </>
      )}
    </Await>
  );
}

/** What is to be done in which case, and by when. Nothing where there is none. */
function Tasks({
  title,
  rows,
  total = rows.length,
  tone,
  rest = '/office/calendar',
}: {
  readonly title: string;
  readonly rows: readonly WaitingTask[];
  readonly total?: number;
  readonly tone?: 'red';
  /** Where the others stand. */
  readonly rest?: string;
}) {
  const { t } = useTranslation(['office', 'cases']);
  const { date, number } = useFormat();
  const wordsOf = useTaskWords();
  if (rows.length === 0) return null;
  const shown = rows.slice(0, shownLines);
  const others = total - shown.length;
  return (
    <Band
      title={title}
      note={number(total)}
      more={others > 0 ? { to: rest, label: t('today.more', { count: others, n: number(others) }) } : undefined}
    >
      {shown.map((task) => (
        <Line
          key={`${task.case}${task.kind}${task.id}`}
          who={<Name>{task.name || t('case.no-name')}</Name>}
          about={<Risk level={task.riskLevel} />}
          to={task.page}
          what={<Name>{wordsOf(task)}</Name>}
          when={t(task.overdue ? 'today.was-due' : 'today.due', { date: date(task.due) })}
          tone={tone ?? (task.overdue ? 'orange' : undefined)}
        />
      ))}
    </Band>
  );
}
