import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice, useParam, useRead } from '../../../platform/shell/index.ts';
import {
  Badge,
  Button,
  Columns,
  Dialog,
  Empty,
  Facts,
  Name,
  Notice,
  Page,
  Section,
  Stack,
  Timeline,
  useToast,
} from '../../../platform/ui/index.ts';
import type { Case, CaseAction } from './answers.ts';
import { type Act, CaseAct } from './CaseAct.tsx';
import { Identify } from './Identify.tsx';
import { Risk } from './Risk.tsx';

/** "Is this child safe, and what comes next?" */
export default function CasePage() {
  const id = useParam('id');
  const found = useRead<Case>(`/api/cases/case/${id}`);
  return <Await of={found}>{(data) => <CaseFound found={data} />}</Await>;
}

function CaseFound({ found }: { readonly found: Case }) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { ageOfYear, date, moment, ward } = useFormat();
  const say = useToast();
  const [act, setAct] = useState<Act | { readonly name: 'identify' }>();
  const done = (sentence: string) => {
    setAct(undefined);
    say(sentence);
  };
  const can = (name: string) => found.next.includes(name);
  const open = found.actions.filter(({ settled }) => settled === null);
  const settled = found.actions.filter(({ settled: how }) => how !== null);
  return (
    <Page
      title={<Name>{found.name || t('case.no-name')}</Name>}
      windowTitle={t('case.title')}
      back={{ to: '/cases', label: t('nav') }}
      lead={
        <>
          <Risk level={found.riskLevel} />{' '}
          {[ageOfYear(found.birthYear), found.ward && ward(found.ward), t(`status.${found.status}`)].filter(Boolean).join(' · ')}
        </>
      }
      actions={
        can('note') && (
          <Button kind="primary" onPress={() => setAct({ name: 'note' })}>
            {t('act.note')}
          </Button>
        )
      }
    >
      {found.status === 'closed' && (
        <Notice title={t('case.closed', { date: date(found.closedOn ?? '') })}>
          {found.closeReason && t(`close-reason.${found.closeReason}`)}
        </Notice>
      )}
      <Columns>
        <Stack>
          <Section
            title={t('case.next')}
            aside={can('add-action') && <Button onPress={() => setAct({ name: 'add-action' })}>{t('act.add-action')}</Button>}
          >
            {open.length === 0 && (
              <Empty title={t('case.no-actions')}>{found.status === 'open' ? t('case.no-actions-more') : undefined}</Empty>
            )}
            <Actions
              actions={open}
              act="settle-action"
              onAct={can('settle-action') ? (action) => setAct({ name: 'settle-action', action }) : undefined}
            />
            {settled.length > 0 && (
              <details>
                <summary>{t('case.settled', { count: settled.length })}</summary>
                <Actions
                  actions={settled}
                  act="reopen-action"
                  onAct={can('reopen-action') ? (action) => setAct({ name: 'reopen-action', action }) : undefined}
                />
              </details>
            )}
          </Section>
          <Section title={t('case.history')}>
            <Timeline
              entries={[...found.history].reverse().map((event, i) => ({
                key: `${i}${event.at}`,
                what: t(`event.${event.type}`) + (event.detail ? `: ${detailWords(t, event)}` : ''),
                when: `${moment(event.at)} · ${nameOf(event.actor)}`,
                text: event.text,
              }))}
            />
          </Section>
        </Stack>
        <Stack>
          <Section title={t('case.file')}>
            <Facts
              facts={[
                [
                  t('case.worker'),
                  found.worker ? (
                    <Name key="worker">{nameOf(found.worker)}</Name>
                  ) : (
                    <Badge key="nobody" tone="orange">
                      {t('case.nobody')}
                    </Badge>
                  ),
                ],
                [t('case.opened'), date(found.openedOn)],
                [t('case.source'), t(`source.${found.source}`)],
                [
                  t('case.person'),
                  found.person && (
                    <Link key="person" to="/people/$id" params={{ id: found.person } as never}>
                      {t('case.go-to-person')}
                    </Link>
                  ),
                ],
                [
                  t('case.at-risk'),
                  found.child && (
                    <Link key="child" to="/risks/$id" params={{ id: found.child } as never}>
                      {t('case.go-to-reasons')}
                    </Link>
                  ),
                ],
              ]}
            />
            <div className="stack">
              {(['identify', 'change-risk', 'assign', 'close', 'reopen'] as const).filter(can).map((name) => (
                <Button key={name} onPress={() => setAct(name === 'identify' ? { name } : { name })}>
                  {t(`act.${name}`)}
                </Button>
              ))}
            </div>
          </Section>
        </Stack>
      </Columns>
      <Dialog title={act ? t(`act.${act.name}`) : ''} isOpen={act !== undefined} onClose={() => setAct(undefined)}>
        {act?.name === 'identify' ? (
          <Identify id={found.id} name={found.name} onClose={() => setAct(undefined)} onDone={() => done(t('act.done'))} />
        ) : (
          act && <CaseAct found={found} act={act} onClose={() => setAct(undefined)} onDone={() => done(t('act.done'))} />
        )}
      </Dialog>
    </Page>
  );
}

const words: Readonly<Record<string, string>> = {
  'risk-level-changed': 'risk',
  'case-opened': 'risk',
  'action-settled': 'how',
  'case-closed': 'close-reason',
};
const detailWords = (t: (key: string) => string, { type, detail }: { type: string; detail?: string }) =>
  words[type] ? t(`${words[type]}.${detail}`) : (detail ?? '');

function Actions({
  actions,
  act,
  onAct,
}: {
  readonly actions: readonly CaseAction[];
  readonly act: 'settle-action' | 'reopen-action';
  readonly onAct?: ((action: CaseAction) => void) | undefined;
}) {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { date, isOver } = useFormat();
  return (
    <ul className="stack">
      {[...actions]
        .sort((a, b) => a.due.localeCompare(b.due))
        .map((action) => (
          <li key={action.id} className="section__head">
            <div>
              <strong dir="auto">{action.what}</strong>
              <div className="small soft">
                {action.settled ? (
                  <Badge>{t(`how.${action.settled}`)}</Badge>
                ) : (
                  <Badge tone={isOver(action.due) ? 'orange' : 'plain'}>
                    {t(isOver(action.due) ? 'case.was-due' : 'case.is-due', { date: date(action.due) })}
                  </Badge>
                )}{' '}
                <Name>{nameOf(action.who)}</Name>
              </div>
            </div>
            {onAct && (
              <Button label={`${t(`act.${act}`)}: ${action.what}`} onPress={() => onAct(action)}>
                {t(`act.${act}`)}
              </Button>
            )}
          </li>
        ))}
    </ul>
  );
}
