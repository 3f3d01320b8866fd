import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Act, Await, RecordHistory, useAgain, useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Badge, Columns, Empty, Facts, Link, Name, Section, Stack } from '../../../../platform/ui/index.ts';
import { personChoice } from '../../../people/web/index.ts';
import type { CaseAction, CaseHead, CaseOverview } from '../../contract/index.ts';
import { taskPages } from '../../domain/taskPages.ts';
import { useRead } from '../api.ts';
import { useFileActs } from './acts.tsx';
import { addressOf, CaseFrame } from './CaseFrame.tsx';
import { OpeningsSection } from './OpeningsSection.tsx';
import { useActs } from './useActs.tsx';

/** "Is this child safe, and what comes next?" */
export default function OverviewPage() {
  return <CaseFrame page="overview">{(head) => <Overview head={head} />}</CaseFrame>;
}

function Overview({ head }: { readonly head: CaseHead }) {
  const found = useRead('/api/cases/case/{id}/overview', { id: head.id });
  // Whoever has opened the case has looked at what is new in it.
  const countAgain = useAgain('/api/office/news/unseen');
  useEffect(() => {
    if (found.data) countAgain();
  }, [found.data, countAgain]);
  return <Await of={found}>{(overview) => <OverviewFound head={head} overview={overview} />}</Await>;
}

function OverviewFound({ head, overview }: { readonly head: CaseHead; readonly overview: CaseOverview }) {
  const { t } = useTranslation('cases');
  const { dialog, button } = useActs(head);
  const acts = useFileActs(head, overview);
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
            <div className="buttons">
              {button(acts.addAction)}
              {button(acts.note, { primary: true })}
            </div>
          }
        >
          {overview.tasks.length === 0 && (
            <Empty title={t('case.no-actions')}>{head.status === 'open' ? t('case.no-actions-more') : undefined}</Empty>
          )}
          <ul className="stack">
            {tasks.map(({ id, kind, due, who, what, role }) => {
              const action = kind === 'action' && open.find((one) => one.id === id);
              const page = taskPages[kind];
              return (
                <Waiting key={`${kind}${id}`} words={what ?? t(`task.${kind}`)} due={due} who={who} role={role} settled={null}>
                  {page && (
                    <Link to={addressOf(page)} params={{ id: head.id }}>
                      {t(`page.${page}`)}
                    </Link>
                  )}
                  {action && button(acts.settle(action), { of: action.what })}
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
                    {button(acts.takeUpAgain(action), { of: action.what })}
                  </Waiting>
                ))}
              </ul>
            </details>
          )}
        </Section>
        <OpeningsSection head={head} emergencyAccess={overview.emergencyAccess} />
        <RecordHistory kind="cases.case" id={head.id} />
      </Stack>
      <Stack>
        <FileFacts head={head} overview={overview}>
          {[acts.changeRisk, acts.assign, acts.close, acts.reopen].map((act) => button(act))}
        </FileFacts>
      </Stack>
      {dialog}
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
}: {
  readonly words: string;
  readonly due: string;
  readonly who: string | null;
  readonly role?: string | undefined;
  readonly settled: CaseAction['settled'];
  readonly children?: React.ReactNode;
}) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date, isOver } = useFormat();
  return (
    <li className="section__head">
      <div>
        <strong dir="auto">{words}</strong>
        <div className="small soft">
          {settled ? (
            <Badge>{t(`how.${settled}`)}</Badge>
          ) : (
            <Badge tone={isOver(due) ? 'orange' : 'plain'}>{t(isOver(due) ? 'case.was-due' : 'case.is-due', { date: date(due) })}</Badge>
          )}{' '}
          {who ? <Name>{nameOf(who)}</Name> : t(role ? `task-for.${role}` : 'case.nobody')}
        </div>
      </div>
      {children}
    </li>
  );
}

function FileFacts({
  head,
  overview,
  children,
}: {
  readonly head: CaseHead;
  readonly overview: CaseOverview;
  readonly children: React.ReactNode;
}) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date } = useFormat();
  const acts = useActs(head);
  const identify: Act = {
    name: 'identify',
    fields: [
      {
        name: 'person',
        kind: personChoice(head.name),
        label: t('act.which'),
        required: true,
      },
    ],
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
      <div className="stack">
        {!head.person && acts.button(identify)}
        {children}
      </div>
      {acts.dialog}
    </Section>
  );
}
