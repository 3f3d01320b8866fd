import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../platform/shell/index.ts';
import { Badge, Figure, Figures, Name, Section, Table } from '../../../platform/ui/index.ts';
import { usePages, useRead } from './api.ts';

/** The visits that are planned, and how many children nobody has looked at yet. */
export default function Today() {
  const { t } = useTranslation('risks');
  const { may } = useSession();
  const { number } = useFormat();
  const counts = useRead('/api/risks/counts');
  const reads = may('read', 'risks.child');
  return (
    <>
      {may('plan-visit', 'risks.child') && <Visits />}
      <Await of={counts} lines={2}>
        {({ total, statuses }) => (
          <Figures>
            <Figure
              n={number(statuses.find(({ status }) => status === 'new')?.n ?? 0)}
              label={t('today.new')}
              {...(reads ? { to: '/risks?status=new' } : {})}
            />
            <Figure n={number(total)} label={t('counts.on-list')} to={reads ? '/risks' : '/risks/counts'} />
          </Figures>
        )}
      </Await>
    </>
  );
}

function Visits() {
  const { t } = useTranslation('risks');
  const { date, isOver, ward } = useFormat();
  const { rows } = usePages('/api/risks/list', { mine: true, status: 'visit-planned' });
  const visits = [...(rows ?? [])].sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  if (visits.length === 0) return null;
  return (
    <Section title={t('today.visits')}>
      <Table
        caption={t('today.visits')}
        rows={visits}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('list.name'),
            main: true,
            cell: (child) => (
              <Link to="/risks/$id" params={{ id: child.id } as never}>
                <Name>{child.name || t('list.no-name')}</Name>
              </Link>
            ),
          },
          { key: 'ward', whole: true, title: t('list.ward'), cell: (child) => child.ward && <Name>{ward(child.ward)}</Name> },
          {
            key: 'due',
            whole: true,
            title: t('today.due'),
            cell: (child) => child.dueOn && <Badge tone={isOver(child.dueOn) ? 'orange' : 'plain'}>{date(child.dueOn)}</Badge>,
          },
          { key: 'why', title: t('list.reasons'), cell: (child) => child.reasons.map((reason) => t(`rule.${reason}.name`)).join(' · ') },
        ]}
      />
    </Section>
  );
}
