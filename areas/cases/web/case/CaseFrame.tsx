import caseInputs from 'virtual:record/cases.case';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dialled } from '../../../../platform/cells/telephone.ts';
import { type RecordActs, RecordPage, useFormat, useOffice, useParam, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Link, Name, Notice, SafetyStrip, StageBar, Tabs } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../contract/index.ts';
import { phases } from '../../domain/list/phase.ts';
import { type CasePage, casePages, pathOf } from '../../domain/taskPages.ts';
import { useRead } from '../api.ts';
import { TakeEmergencyAccess } from '../emergencyAccess/TakeEmergencyAccess.tsx';
import { CaseFlags } from '../flags/CaseFlags.tsx';
import { Risk } from '../Risk.tsx';
import { useDangerWords } from './dangerWords.tsx';
import { NextAct } from './NextAct.tsx';
import { safetyTones } from './protection/Safety.tsx';
import './case.css';

const pages = Object.keys(casePages) as readonly CasePage[];

/** What every page of a case stands in: whose it is, how grave, whether open, and the way to its other pages. */
export function CaseFrame({
  page,
  children,
}: {
  readonly page: CasePage;
  readonly children: (head: CaseHead, acts: RecordActs) => ReactNode;
}) {
  const id = useParam('id');
  const { may } = useSession();
  const found = useRead('/api/cases/case/{id}', { id });
  const headOf = useHead(page);
  // Whether there is such a case is not told: what is offered is the same.
  if (found.error?.code === 'ledger.not-found' && !found.data && may('take-emergency-access', 'cases.case'))
    return <TakeEmergencyAccess id={id} sentence={found.error.sentence} onDone={() => void found.refetch()} />;
  return (
    <RecordPage key={id} of={found} record={caseInputs} head={headOf}>
      {(head, acts) => (
        <>
          <Notices head={head} />
          {children(head, acts)}
        </>
      )}
    </RecordPage>
  );
}

/** What a page that asks much stands in: the way back to the case, whose it is, and whether they are in danger; its own questions begin at once. */
export function BriefFrame({ title, children }: { readonly title: string; readonly children: (head: CaseHead) => ReactNode }) {
  const { t } = useTranslation('cases');
  const { age } = useFormat();
  const found = useRead('/api/cases/case/{id}', { id: useParam('id') });
  return (
    <RecordPage
      of={found}
      record={caseInputs}
      head={(head) => ({
        windowTitle: t('case.title'),
        back: { to: `/cases/${head.id}`, label: t('case.title') },
        title,
        marks: (
          <span>
            <Name>{head.name || t('case.no-name')}</Name> · {age(head.born)}
          </span>
        ),
        safety: head.dangers.length > 0 && <Safety head={head} page="overview" />,
      })}
    >
      {children}
    </RecordPage>
  );
}

function useHead(page: CasePage): Parameters<typeof RecordPage<CaseHead>>[0]['head'] {
  const { t } = useTranslation('cases');
  const { age, ward } = useFormat();
  const { nameOf } = useOffice();
  return (head) => ({
    windowTitle: t('case.title'),
    back: { to: '/cases', label: t('nav') },
    title: <Name>{head.name || t('case.no-name')}</Name>,
    marks: (
      <>
        {head.trafficking && (
          <Link to={pathOf('identification')} params={{ id: head.id }}>
            <Badge tone="orange">{t(`trafficking-found.${head.trafficking}`)}</Badge>
          </Link>
        )}
        <Risk level={head.riskLevel} />
        <span>
          {[age(head.born), head.ward && ward(head.ward), t(`status.${head.status}`)].filter(Boolean).join(' · ')}
          {head.worker && (
            <>
              {' · '}
              <Name>{nameOf(head.worker)}</Name>
            </>
          )}
        </span>
        {head.adult && <Badge>{t('case.adult')}</Badge>}
        {head.forbids.map((one) => (
          <Badge key={one} tone="red">
            {t(`forbids.${one}`)}
          </Badge>
        ))}
        {head.justiceAlarms.map((kind) => (
          <Link key={kind} to={pathOf('justice')} params={{ id: head.id }}>
            <Badge tone="red">{t(`justice:alarm.${kind}`)}</Badge>
          </Link>
        ))}
        {head.limitsOver > 0 && (
          <Link to={pathOf('justice')} params={{ id: head.id }}>
            <Badge tone="red">{t('justice:proceedings.limits-over', { count: head.limitsOver })}</Badge>
          </Link>
        )}
      </>
    ),
    next: (acts) => <NextAct head={head} acts={acts} />,
    safety: (head.status === 'open' || head.dangers.length > 0) && (
      <>
        <Safety head={head} page={page} />
        <Around head={head} />
      </>
    ),
    stage: (
      <StageBar
        label={t('column.phase')}
        stages={[t('stage.concern'), ...phases.map((one) => t(`phase.${one}`))]}
        now={phases.indexOf(head.phase) + 1}
      />
    ),
    tabs: (
      <Tabs
        label={t('page.nav')}
        current={page}
        tabs={pages.map((one) => ({ key: one, to: `/cases/${head.id}${one === 'overview' ? '' : `/${one}`}`, label: t(`tab.${one}`) }))}
      />
    ),
  });
}

/** With whom the child is, and how they may be reached. */
function Around({ head: { carer, call } }: { readonly head: CaseHead }) {
  const { t } = useTranslation('cases');
  return (
    <dl className="case-around">
      <div>
        <dt>{t('head.carer')}</dt>
        <dd>
          {carer ? (
            <>
              <Name>{carer.name}</Name> ({t(`relation.${carer.relation}`)})
            </>
          ) : (
            t('head.no-carer')
          )}
        </dd>
      </div>
      <div>
        <dt>{t('head.call')}</dt>
        <dd>
          {call ? (
            <>
              <a href={`tel:${dialled(call.number)}`} dir="ltr">
                {call.number}
              </a>{' '}
              <Name>{call.whose}</Name>, <Name>{call.times || t('protection.any-time')}</Name>
            </>
          ) : (
            t('head.no-call')
          )}
        </dd>
      </div>
    </dl>
  );
}

/** What whoever opens the case must know first, on every page of it. */
function Notices({ head }: { readonly head: CaseHead }) {
  const { t } = useTranslation('cases');
  const { date, moment } = useFormat();
  const { nameOf } = useOffice();
  return (
    <>
      {head.status === 'closed' && (
        <Notice title={t('case.closed', { date: date(head.closedOn ?? '') })}>
          {head.closeReason && t(`close-reason.${head.closeReason}`)}{' '}
          {head.closedUnseen && <Badge tone="orange">{t('child-seen.no')}</Badge>}
        </Notice>
      )}
      {head.lent && (
        <Notice tone="blue">
          <Name>{nameOf(head.lent.of)}</Name> {t('case.lent', { date: date(head.lent.until) })}
        </Notice>
      )}
      <CaseFlags head={head} />
      {head.openUntil && <Notice tone="orange">{t('emergency-access.open-until', { time: moment(head.openUntil) })}</Notice>}
      {head.handedTo && <Notice tone="blue">{t('case.handed-to')}</Notice>}
      {head.status === 'open' && head.others.length > 0 && (
        <Notice tone="orange" title={t('case.others')}>
          <p>{t('case.others-more')}</p>
          <ul>
            {head.others.map((other) => (
              <li key={other.id}>
                <Link to="/cases/$id" params={{ id: other.id }}>
                  {t('case.opened-on', { date: date(other.openedOn) })}
                </Link>{' '}
                {other.worker ? <Name>{nameOf(other.worker)}</Name> : t('case.nobody')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Whether the child is safe now, and where that is written; what must be done stands here but on the page that says more. */
function Safety({ head, page }: { readonly head: CaseHead; readonly page: CasePage }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const words = useDangerWords();
  const stated = (says: string, by: string) => (
    <>
      {says} <Name>{nameOf(by)}</Name>
    </>
  );
  const tone = safetyTones[head.safety] ?? 'plain';
  // Pages that say what to do about each danger do so below.
  const said = page === 'safety' || page === 'plan';
  return (
    <SafetyStrip
      tone={tone}
      says={`${t(head.adult ? 'case.safe-now-adult' : 'case.safe-now')} ${t(`safety.${head.safety}`)}`}
      because={tone === 'red' && !said && t(`safety-more.${head.safety}`)}
      source={
        head.dangers.length > 0
          ? !said &&
            head.dangers.map((danger) => {
              const { what, found } = words(danger);
              return (
                <span key={danger.id + danger.kind} className="dangers__one">
                  <strong>{what}</strong> {found}
                </span>
              );
            })
          : head.recorded
            ? stated(t('care.recorded', { date: date(head.recorded.on) }), head.recorded.by)
            : head.foundSafe &&
              stated(
                t('dangers.found', { source: t(`danger-source.${head.foundSafe.source}`), date: date(head.foundSafe.on) }),
                head.foundSafe.by,
              )
      }
      change={
        page === 'safety'
          ? undefined
          : {
              to: `/cases/${head.id}/safety`,
              label: t(head.dangers.length > 0 ? 'dangers.to-protection' : 'page.protection'),
            }
      }
    />
  );
}
