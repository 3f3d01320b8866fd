import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useRead, useSession } from '../../../platform/shell/index.ts';
import { Badge, Empty, Figure, Figures, Name, Section, Table } from '../../../platform/ui/index.ts';
import type { Waiting } from './answers.ts';
import { Openings } from './Openings.tsx';
import { Risk } from './Risk.tsx';

/** The actions that are due, and what waits for somebody to take it up. */
export default function Today() {
  const { may } = useSession();
  return (
    <>
      {may('read', 'cases.case') && <Work />}
      <Openings />
    </>
  );
}

function Work() {
  const { t } = useTranslation('cases');
  const { date, number } = useFormat();
  const waiting = useRead<Waiting>('/api/cases/today');
  return (
    <Await of={waiting} lines={3}>
      {({ tasks, concerns, unassigned, team }) => (
        <>
          <Section title={t('today.actions')}>
            {tasks.length === 0 ? (
              <Empty title={t('today.none')} />
            ) : (
              <Table
                caption={t('today.actions')}
                rows={tasks}
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
                  { key: 'child', title: t('case.child'), cell: (action) => <Name>{action.name || t('case.no-name')}</Name> },
                  { key: 'risk', title: t('case.risk'), cell: (action) => <Risk level={action.riskLevel} /> },
                  {
                    key: 'due',
                    title: t('case.due'),
                    cell: (action) => <Badge tone={action.overdue ? 'orange' : 'plain'}>{date(action.due)}</Badge>,
                  },
                ]}
              />
            )}
          </Section>
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
