import { type FunctionComponent, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useParts, useSession } from '../../../platform/shell/index.ts';
import { Band, Counts, Empty, Line, Name, Queue, Section } from '../../../platform/ui/index.ts';
import { EmergencyAccessList, Risk, useTaskWords } from '../../cases/web/index.ts';
import type { Waiting, WaitingTask } from '../contract/index.ts';
import { useRead } from './api.ts';

// Few have leaves to arrange.
const LeavesToday = lazy(() => import('./leaves/LeavesToday.tsx'));
// The page is shown before it is asked what is new.
const LiveToday = lazy(() => import('./news/LiveToday.tsx'));

/** Children in danger, above all else, as soon as it is known. */
function Dangers() {
  const { t } = useTranslation('office');
  const found = useRead('/api/office/today').data?.dangers;
  return (
    <>
      <Later of={LiveToday} />
      {found && <Tasks title={t('today.dangers')} rows={found.rows} total={found.total} tone="red" rest="/cases?danger=true" />}
    </>
  );
}

/** How many lines a band has; the calendar has the others. */
const shownLines = 10;

/** What is overdue, and what is due today. */
function Due() {
  const { t } = useTranslation(['office', 'cases']);
  const { today } = useFormat();
  const waiting = useRead('/api/office/today');
  return (
    <Await of={waiting} lines={3}>
      {({ tasks, reviews, dangers }) =>
        // "Nothing is due" would be said above what is.
        tasks.length + reviews.total + dangers.total === 0 ? (
          <Section title={t('today.actions')}>
            <Empty title={t('today.none')} />
          </Section>
        ) : (
          <Queue>
            <Tasks title={t('today.late')} rows={tasks.filter(({ overdue }) => overdue)} />
            <Tasks title={t('today.today')} rows={tasks.filter(({ due, overdue }) => !overdue && due === today)} />
          </Queue>
        )
      }
    </Await>
  );
}

/** What waits for a supervisor: to see to, emergency access to review, leaves to arrange. */
function Reviews() {
  const { t } = useTranslation('office');
  const { may } = useSession();
  const reviews = useRead('/api/office/today', {}, { enabled: may('read', 'cases.case') }).data?.reviews;
  return (
    <>
      {reviews && <Tasks title={t('today.reviews')} rows={reviews.rows} total={reviews.total} />}
      <EmergencyAccessList />
      {may('read', 'office.leave') && <Later of={LeavesToday} />}
    </>
  );
}

/** Flags on the reader's own cases, and what was answered to those that they raised. Nothing where there is neither. */
function Flags({ of }: { readonly of: 'open' | 'answered' }) {
  const flags = useRead('/api/office/flags').data;
  // Few have any: the tables come with their words when they are first shown.
  const [table] = useParts<{ of: 'open' | 'answered' }>('office.flags');
  const some = of === 'open' ? flags?.open.rows : flags?.answered;
  return some?.length ? table?.draw({ of }) : null;
}

const Later = ({ of: Part }: { readonly of: FunctionComponent }) => (
  <Suspense>
    <Part />
  </Suspense>
);

/** What is due later this week, and whose cases are with whom meanwhile. */
function Week() {
  const { t } = useTranslation('office');
  const { today } = useFormat();
  const found = useRead('/api/office/today').data;
  const [lent] = useParts<Pick<Waiting, 'lent'>>('office.lent');
  if (!found) return null;
  return (
    <>
      <Tasks title={t('today.week')} rows={found.tasks.filter(({ due, overdue }) => !overdue && due !== today)} />
      {found.lent.length > 0 && lent?.draw({ lent: found.lent })}
    </>
  );
}

/** How much work there is, at the foot of the page. */
function WorkCounts() {
  const { t } = useTranslation('office');
  const { number } = useFormat();
  const found = useRead('/api/office/today').data;
  if (!found) return null;
  const { concerns, unassigned, team } = found;
  return (
    <Counts
      counts={[
        ...(concerns > 0 ? [{ n: number(concerns), label: t('today.concerns'), to: '/cases/concerns' }] : []),
        ...(unassigned > 0 ? [{ n: number(unassigned), label: t('today.unassigned'), to: '/cases?unassigned=true' }] : []),
        { n: number(team.overdue), label: t('today.overdue'), to: '/cases?overdue=true' },
        { n: number(team.open), label: t('today.open'), to: '/cases' },
      ]}
    />
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
  const wordsOf = useTaskWords(rows);
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

export default {
  danger: Dangers,
  late: Due,
  supervisor: Reviews,
  flags: () => <Flags of="open" />,
  week: Week,
  answered: () => <Flags of="answered" />,
  counts: WorkCounts,
};
