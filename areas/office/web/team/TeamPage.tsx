import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import {
  Badge,
  Badges,
  Bars,
  Buttons,
  Empty,
  Figure,
  Figures,
  Link,
  LinkButton,
  Name,
  Notice,
  Page,
  Section,
  Table,
  useNavigate,
} from '../../../../platform/ui/index.ts';
import { riskLevels } from '../../../cases/domain/index.ts';
import { useLanguageName, useNarrowedWords } from '../../../cases/web/index.ts';
import type { Team } from '../../contract/index.ts';
import { useAsk } from '../api.ts';
import { Leaves } from '../leaves/Leaves.tsx';
import { useAwayWords } from './awayWords.ts';

type Row = Team['workers'][number];

/** How the work is spread over the office, where it waits, and what files lack. */
export default function TeamPage() {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  const { number } = useFormat();
  const navigate = useNavigate();
  const team = useAsk('/api/office/team');
  const counted = (key: 'open' | 'flags' | 'overdue' | 'untouched' | (typeof riskLevels)[number], title: string) => ({
    key,
    title,
    end: true,
    cell: (one: Row) => number(one[key]),
  });
  const name = (worker: string | null) => (worker ? nameOf(worker) : t('case.nobody'));
  return (
    <Page title={t('team.nav')} lead={t('team.lead')} back={{ to: '/cases', label: t('nav') }}>
      <Await of={team}>
        {(found) => (
          <>
            <Room team={found} />
            <Leaves />
            <Section title={t('team.stands')}>
              <Bars bars={found.workers.map(({ worker, open }) => ({ key: worker ?? '', label: name(worker), n: open }))} />
              <Table
                caption={t('team.stands')}
                rows={found.workers.filter(({ open }) => open > 0)}
                keyOf={({ worker }) => worker ?? ''}
                columns={[
                  { key: 'worker', title: t('case.worker'), main: true, cell: ({ worker }) => <Who worker={worker} /> },
                  counted('open', t('team.open')),
                  ...riskLevels.map((level) => counted(level, t(`risk.${level}`))),
                  counted('flags', t('team.flags')),
                  counted('overdue', t('team.overdue')),
                  counted('untouched', t('team.untouched', { days: number(found.untouchedDays) })),
                ]}
              />
            </Section>
            <Waits team={found} onChoose={(kind) => void navigate({ to: '/cases', search: { late: kind } })} />
            <Lacks team={found} />
          </>
        )}
      </Await>
    </Page>
  );
}

function Who({ worker }: { readonly worker: string | null }) {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  if (!worker)
    return (
      <Link to="/cases" search={{ unassigned: true }}>
        {t('case.nobody')}
      </Link>
    );
  return (
    <Link to="/office/team/$worker" params={{ worker }}>
      <Name>{nameOf(worker)}</Name>
    </Link>
  );
}

/** Everybody who takes cases, most room first, also those who have none: whom a case fits, and the way to give or take one. */
function Room({ team }: { readonly team: Team }) {
  const { t } = useTranslation(['office', 'cases']);
  const { number, ward } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  const languageName = useLanguageName();
  const awayWords = useAwayWords();
  const workers = team.workers.flatMap((one) => (one.worker === null ? [] : [{ ...one, worker: one.worker }]));
  const unassigned = team.workers.find(({ worker }) => worker === null)?.open ?? 0;
  const named = (codes: readonly string[]) => codes.map(ward).join(', ');
  const roomOf = ({ room, open, away }: Row) => {
    if (room > 0) return <Badge tone="blue">{t('team.room', { count: room, n: number(room) })}</Badge>;
    const over = open - team.limit;
    if (over > 0) return <Badge tone="orange">{t('team.over', { count: over, n: number(over) })}</Badge>;
    return !away && <Badge>{t('team.full')}</Badge>;
  };
  return (
    <Section title={t('team.who')}>
      <p className="soft">
        {t('team.limit', { n: number(team.limit) })} {may('set', 'cases.limits') && <Link to="/cases/limits">{t('team.change')}</Link>}
      </p>
      {unassigned > 0 && (
        <Notice tone="orange">
          {t('team.none-has', { count: unassigned, n: number(unassigned) })}{' '}
          <Link to="/cases" search={{ unassigned: true }}>
            {t('team.assign-them')}
          </Link>
        </Notice>
      )}
      {workers.length === 0 ? (
        <Empty title={t('team.nobody')}>{t('team.nobody-more')}</Empty>
      ) : (
        <Table
          caption={t('team.who')}
          rows={workers}
          keyOf={({ worker }) => worker}
          columns={[
            { key: 'worker', title: t('case.worker'), main: true, cell: ({ worker }) => <Who worker={worker} /> },
            {
              key: 'open',
              title: t('team.open'),
              cell: (one) => (
                <Badges>
                  {t('team.of', { open: number(one.open), limit: number(team.limit) })}
                  {roomOf(one)}
                </Badges>
              ),
            },
            { key: 'week', title: t('team.week', { days: number(7) }), end: true, cell: ({ week }) => number(week) },
            { key: 'away', title: t('team.away'), cell: ({ away }) => awayWords(away) },
            { key: 'languages', title: t('team.languages'), cell: ({ languages }) => languages.map(languageName).join(', ') },
            {
              key: 'wards',
              title: t('team.wards'),
              cell: ({ wards, wardsOfCases }) =>
                wards.length > 0 ? named(wards) : wardsOfCases.length > 0 && t('team.cases-in', { wards: named(wardsOfCases) }),
            },
            {
              key: 'acts',
              title: t('team.acts'),
              cell: ({ worker, open, room }) => {
                const acts = [
                  room > 0 && unassigned > 0 && (['/cases?unassigned=true', t('team.assign')] as const),
                  open > 0 && ([`/cases?worker=${worker}`, t('team.hand-over')] as const),
                ].filter((act) => act !== false);
                return (
                  acts.length > 0 && (
                    <Buttons>
                      {acts.map(([to, says]) => (
                        <LinkButton key={to} to={to} label={`${says}: ${nameOf(worker)}`}>
                          {says}
                        </LinkButton>
                      ))}
                    </Buttons>
                  )
                );
              },
            },
          ]}
        />
      )}
    </Section>
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
