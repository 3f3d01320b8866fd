import user from 'virtual:record/accounts.user';
import { useTranslation } from 'react-i18next';
import { Await, useActs, useFormat, useOffice, useParam, useSession } from '../../../../platform/shell/index.ts';
import { Bars, Facts, Figure, Figures, LinkButton, Name, Page, Section, useNavigate } from '../../../../platform/ui/index.ts';
import { riskLevels } from '../../../cases/domain/index.ts';
import { languageChoice, useLanguageName } from '../../../cases/web/index.ts';
import { useAsk, useRead } from '../api.ts';
import { useAwayWords } from './awayWords.ts';
import { Lacks, Waits } from './TeamPage.tsx';

/** One worker's cases: how many and how grave, what is overdue, what they lack. */
export default function WorkerPage() {
  const { t } = useTranslation(['office', 'cases']);
  const { nameOf } = useOffice();
  const { number, ward } = useFormat();
  const navigate = useNavigate();
  const worker = useParam('worker');
  const team = useAsk('/api/office/team', { worker });
  const { may } = useSession();
  const languageName = useLanguageName();
  const awayWords = useAwayWords();
  const { data: held } = useRead('/api/accounts/user/{id}', { id: worker });
  const acts = useActs(held ?? { next: [] }, user);
  const narrowed = (more: object) => void navigate({ to: '/cases', search: { worker, ...more } });
  return (
    <Page
      title={<Name>{nameOf(worker)}</Name>}
      windowTitle={t('team.nav')}
      back={{ to: '/office/team', label: t('team.nav') }}
      actions={
        <>
          {held &&
            acts.button({
              name: 'describe-work',
              title: t('team.describe'),
              held: { languages: held.languages.map((language) => ({ language })), wards: held.wards },
              fields: [
                {
                  name: 'languages',
                  kind: 'group',
                  label: t('team.languages'),
                  one: (n) => t('team.language-n', { n: number(n) }),
                  add: t('team.more-languages'),
                  fields: [{ name: 'language', kind: languageChoice, label: t('team.languages') }],
                },
                { name: 'wards', label: t('team.wards') },
              ],
              input: ({ languages, wards }) => ({
                languages: [...new Set((languages as readonly { language?: string }[]).flatMap(({ language }) => language ?? []))],
                wards,
              }),
            })}
          {may('plan', 'office.leave') && <LinkButton to={`/office/team/${worker}/leave`}>{t('leave.plan')}</LinkButton>}
        </>
      }
    >
      {acts.dialog}
      <Await of={team}>
        {(found) => {
          const own = found.workers[0];
          if (!own) return null;
          return (
            <>
              <Facts
                facts={[
                  [t('team.open'), t('team.of', { open: number(own.open), limit: number(found.limit) })],
                  [t('team.away'), awayWords(own.away)],
                  [t('team.languages'), own.languages.map(languageName).join(', ') || t('team.not-said')],
                  [t('team.wards'), own.wards.map(ward).join(', ') || t('team.not-said')],
                ]}
              />
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
