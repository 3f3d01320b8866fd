import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../platform/shell/index.ts';
import { Band, Counts, Line, Name } from '../../../platform/ui/index.ts';
import { usePages, useRead } from './api.ts';

/** How many children are on the list, and how many of them nobody has looked at yet. */
function RiskCounts() {
  const { t } = useTranslation('risks');
  const { may } = useSession();
  const { number } = useFormat();
  const counts = useRead('/api/risks/counts');
  const reads = may('read', 'risks.child');
  return (
    <Await of={counts} lines={2}>
      {({ total, statuses }) => (
        <Counts
          counts={[
            {
              n: number(statuses.find(({ status }) => status === 'new')?.n ?? 0),
              label: t('today.new'),
              ...(reads ? { to: '/risks?status=new' } : {}),
            },
            { n: number(total), label: t('counts.on-list'), to: reads ? '/risks' : '/risks/counts' },
          ]}
        />
      )}
    </Await>
  );
}

/** The visits that are planned. */
function Visits() {
  const { t } = useTranslation('risks');
  const { date, isOver, number, ward } = useFormat();
  const { rows } = usePages('/api/risks/list', { mine: true, status: 'visit-planned' });
  const visits = [...(rows ?? [])].sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  if (visits.length === 0) return null;
  return (
    <Band title={t('today.visits')} note={number(visits.length)}>
      {visits.map((child) => {
        const isLate = child.dueOn !== null && isOver(child.dueOn);
        return (
          <Line
            key={child.id}
            who={<Name>{child.name || t('list.no-name')}</Name>}
            about={child.ward && <Name>{ward(child.ward)}</Name>}
            to={`/risks/${child.id}`}
            what={child.reasons.map((reason) => t(`rule.${reason}.name`)).join(' · ')}
            when={child.dueOn && t(isLate ? 'today.was-due' : 'today.due', { date: date(child.dueOn) })}
            tone={isLate ? 'orange' : undefined}
          />
        );
      })}
    </Band>
  );
}

export default { visits: Visits, counts: RiskCounts };
