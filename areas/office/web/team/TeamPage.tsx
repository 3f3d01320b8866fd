import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Bars, Empty, Figure, Figures, Link, Name, Page, Section, Table, useNavigate } from '../../../../platform/ui/index.ts';
import { riskLevels } from '../../../cases/domain/index.ts';
import { useNarrowedWords } from '../../../cases/web/index.ts';
import type { Team } from '../../contract/index.ts';
import { useAsk } from '../api.ts';
import { Leaves } from '../leaves/Leaves.tsx';

/** How the work is spread over the office, where it waits, and what files lack. */
export default function TeamPage() {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  const { number } = useFormat();
  const navigate = useNavigate();
  const team = useAsk('/api/office/team');
  type Row = Team['workers'][number];
  const counted = (key: Exclude<keyof Row, 'worker'>, title: string) => ({ key, title, end: true, cell: (one: Row) => number(one[key]) });
  const name = (worker: string | null) => (worker ? nameOf(worker) : t('case.nobody'));
  return (
    <Page title={t('team.nav')} lead={t('team.lead')} back={{ to: '/cases', label: t('nav') }}>
      <Await of={team}>
        {(found) =>
          found.workers.length === 0 ? (
            <Empty title={t('list.none-open')}>{t('list.none-more')}</Empty>
          ) : (
            <>
              <Section title={t('team.caseload')}>
                <Bars bars={found.workers.map(({ worker, open }) => ({ key: worker ?? '', label: name(worker), n: open }))} />
                <Table
                  caption={t('team.caseload')}
                  rows={found.workers}
                  keyOf={({ worker }) => worker ?? ''}
                  columns={[
                    {
                      key: 'worker',
                      title: t('case.worker'),
                      main: true,
                      cell: ({ worker }) =>
                        worker ? (
                          <Link to="/office/team/$worker" params={{ worker }}>
                            <Name>{nameOf(worker)}</Name>
                          </Link>
                        ) : (
                          <Link to="/cases" search={{ unassigned: true }}>
                            {t('case.nobody')}
                          </Link>
                        ),
                    },
                    counted('open', t('team.open')),
                    ...riskLevels.map((level) => counted(level, t(`risk.${level}`))),
                    counted('flags', t('team.flags')),
                    counted('overdue', t('team.overdue')),
                    counted('untouched', t('team.untouched', { days: number(found.untouchedDays) })),
                  ]}
                />
              </Section>
              <Leaves />
              <Waits team={found} onChoose={(kind) => void navigate({ to: '/cases', search: { late: kind } })} />
              <Lacks team={found} />
            </>
          )
        }
      </Await>
    </Page>
  );
}

/** Which kind of task is overdue how often and for how long; each bar leads to its cases. */
export function Waits({ team, onChoose }: { readonly team: Team; readonly onChoose: (kind: string) => void }) {
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  return (
    <Section title={t('team.waits')}>
      {team.waits.length === 0 ? (
        <Empty title={t('list.none-overdue')} />
      ) : (
        <Bars
          bars={team.waits.map(({ kind, cases, longest, middle }) => ({
            key: kind,
            label: `${t(`task.${kind}`)} · ${t('team.days', { middle: number(middle), longest: number(longest) })}`,
            n: cases,
          }))}
          onChoose={(kind) => kind && onChoose(kind)}
        />
      )}
    </Section>
  );
}

/** What open files lack: each number leads to the list behind it. */
export function Lacks({ team, worker }: { readonly team: Team; readonly worker?: string }) {
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  const words = useNarrowedWords();
  return (
    <Section title={t('team.lacks')}>
      <Figures>
        {team.lacks
          .filter(({ lack }) => lack !== 'worker' || !worker)
          .map(({ lack, cases }) => (
            <Figure
              key={lack}
              n={number(cases)}
              label={words.lack(lack, team)}
              to={`/cases?lack=${lack}${worker ? `&worker=${worker}` : ''}`}
              {...(cases > 0 ? { tone: 'orange' as const } : {})}
            />
          ))}
      </Figures>
    </Section>
  );
}
