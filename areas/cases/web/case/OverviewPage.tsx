import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Act, RecordHistory, useAgain, useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Badge, Buttons, Columns, Empty, Entry, Facts, Link, Name, Section, Stack } from '../../../../platform/ui/index.ts';
import { personChoice } from '../../../people/web/index.ts';
import type { CaseAction, CaseOverview } from '../../contract/index.ts';
import { addressOfTask } from '../../domain/index.ts';
import { taskPages } from '../../domain/taskPages.ts';
import { useRead } from '../api.ts';
import { EmergencyAccessSection } from '../emergencyAccess/EmergencyAccessSection.tsx';
import { RaiseFlag } from '../flags/CaseFlags.tsx';
import { useTaskWords } from '../taskWords.ts';
import { useFileActs, useTaskActs } from './acts.tsx';
import { type CasePart, casePage, casePart, otherParts } from './casePage.tsx';
import { Due } from './Due.tsx';

/** Whoever has opened the case has looked at what is new in it. */
function useOverview(id: string) {
  const found = useRead('/api/cases/case/{id}/overview', { id });
  const countAgain = useAgain('/api/office/news/unseen');
  useEffect(() => {
    if (found.data) countAgain();
  }, [found.data, countAgain]);
  return found;
}

/** "Is this child safe, and what comes next?" */
export default casePage('overview', casePart('overview', useOverview, Overview));

const Others = otherParts('cases.overview');

function Overview(part: CasePart<CaseOverview>) {
  const { t } = useTranslation('cases');
  const { head, of: overview, acts } = part;
  const may = useTaskActs(head);
  const { note } = useFileActs(head, overview);
  const wordsOf = useTaskWords();
  const open = overview.actions.filter(({ settled }) => settled === null);
  const settled = overview.actions.filter(({ settled: how }) => how !== null);
  // Of the visits only the next one; those of the next two years stand on their own page.
  const nextVisit = overview.tasks.find(({ kind }) => kind === 'visit');
  const tasks = overview.tasks.filter((task) => task.kind !== 'visit' || task === nextVisit);
  return (
    <Columns>
      <Stack>
        <Section
          title={t('case.next')}
          aside={
            <Buttons>
              {acts.button(note)}
              {acts.button(may.addAction)}
              {acts.button(may.planVisit)}
            </Buttons>
          }
        >
          {overview.tasks.length === 0 && (
            <Empty title={t('case.no-actions')}>{head.status === 'open' ? t('case.no-actions-more') : undefined}</Empty>
          )}
          <ul className="stack">
            {tasks.map((task) => {
              const { id, kind, due, who, role } = task;
              const action = kind === 'action' && open.find((one) => one.id === id);
              const page = taskPages[kind];
              return (
                <Waiting key={`${kind}${id}`} words={wordsOf(task)} due={due} who={who} role={role} settled={null}>
                  {page && <Link to={addressOfTask(head.id, kind, id)}>{t(kind === 'visit' ? 'visit.write' : `page.${page}`)}</Link>}
                  {action && acts.button(may.settle(action), { of: action.what })}
                </Waiting>
              );
            })}
          </ul>
          {settled.length > 0 && (
            <details>
              <summary>{t('case.settled', { count: settled.length })}</summary>
              <ul className="stack">
                {settled.map((action) => (
                  <Waiting key={action.id} words={action.what} {...action}>
                    {acts.button(may.takeUpAgain(action), { of: action.what })}
                  </Waiting>
                ))}
              </ul>
            </details>
          )}
        </Section>
        <EmergencyAccessSection {...part} />
        <Others head={head} acts={acts} />
        <RecordHistory kind="cases.case" id={head.id} latest={4} more={<Link to={`/cases/${head.id}/history`}>{t('head.all')}</Link>} />
      </Stack>
      <Stack>
        <FileFacts {...part} />
      </Stack>
    </Columns>
  );
}

/** Something to do, or done: until when and by whom. */
function Waiting({
  words,
  due,
  who,
  role,
  settled,
  children,
}: Pick<CaseAction, 'due' | 'settled'> & {
  readonly words: string;
  readonly who: string | null;
  readonly role?: string | undefined;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  return (
    <Entry
      title={words}
      about={
        <>
          {settled ? <Badge>{t(`how.${settled}`)}</Badge> : <Due on={due} />}{' '}
          {who ? <Name>{nameOf(who)}</Name> : t(role ? `task-for.${role}` : 'case.nobody')}
        </>
      }
      acts={children}
    />
  );
}

function FileFacts({ head, of: overview, acts }: CasePart<CaseOverview>) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date } = useFormat();
  const { changeRisk, assign, close, reopen } = useFileActs(head, overview);
  const identify: Act = {
    name: 'identify',
    fields: [{ name: 'person', kind: personChoice(head.name), label: t('act.which') }],
  };
  return (
    <Section title={t('case.file')}>
      <Facts
        facts={[
          [
            t('case.worker'),
            head.worker ? (
              <Name key="worker">{nameOf(head.worker)}</Name>
            ) : (
              <Badge key="nobody" tone="orange">
                {t('case.nobody')}
              </Badge>
            ),
          ],
          [t('case.opened'), date(head.openedOn)],
          [t('case.source'), t(`source.${head.source}`)],
          [
            t('case.person'),
            head.person && (
              <Link key="person" to="/people/$id" params={{ id: head.person }}>
                {t('case.go-to-person')}
              </Link>
            ),
          ],
          [
            t('case.at-risk'),
            overview.child && (
              <Link key="child" to="/risks/$id" params={{ id: overview.child }}>
                {t('case.go-to-reasons')}
              </Link>
            ),
          ],
        ]}
      />
      <Stack>
        {!head.person && acts.button(identify)}
        {[changeRisk, assign, close, reopen].map((act) => acts.button(act))}
        <RaiseFlag head={head} />
      </Stack>
    </Section>
  );
}
