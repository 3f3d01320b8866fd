import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice, useParam, useSession } from '../../../../platform/shell/index.ts';
import { Bars, Empty, Figure, Figures, LinkButton, Name, Page, Section, useNavigate } from '../../../../platform/ui/index.ts';
import { riskLevels } from '../../../cases/domain/index.ts';
import { useAsk } from '../api.ts';
import { Lacks, Waits } from './TeamPage.tsx';

/** One worker's cases: how many and how grave, what is overdue, what they lack. */
export default function WorkerPage() {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  const { number } = useFormat();
  const navigate = useNavigate();
  const worker = useParam('worker');
  const team = useAsk('/api/office/team', { worker });
  const { may } = useSession();
  const narrowed = (more: object) => void navigate({ to: '/cases', search: { worker, ...more } });
  return (
    <Page
      title={<Name>{nameOf(worker)}</Name>}
      windowTitle={t('team.nav')}
      back={{ to: '/office/team', label: t('team.nav') }}
      actions={may('plan', 'office.leave') && <LinkButton to={`/office/team/${worker}/leave`}>{t('leave.plan')}</LinkButton>}
    >
      <Await of={team}>
        {(found) => {
          const own = found.workers[0];
          if (!own) return <Empty title={t('list.none-open')} />;
          return (
            <>
              <Figures>
                <Figure n={number(own.open)} label={t('team.open')} to={`/cases?worker=${worker}`} />
                <Figure
                  n={number(own.flags)}
                  label={t('team.flags')}
                  to={`/cases?worker=${worker}&flagged=true`}
                  {...(own.flags > 0 ? { tone: 'orange' as const } : {})}
                />
                <Figure
                  n={number(own.late)}
                  label={t('team.late')}
                  to={`/cases?worker=${worker}&overdue=true`}
                  {...(own.late > 0 ? { tone: 'orange' as const } : {})}
                />
              </Figures>
              <Section title={t('team.by-risk')}>
                <Bars
                  bars={riskLevels.map((level) => ({ key: level, label: t(`risk.${level}`), n: own[level] }))}
                  onChoose={(risk) => narrowed({ risk })}
                />
              </Section>
              <Waits team={found} onChoose={(late) => narrowed({ late })} />
              <Lacks team={found} worker={worker} />
            </>
          );
        }}
      </Await>
    </Page>
  );
}
