import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice, useParam, useRead, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Badges, Name, Notice, Page } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../answers.ts';
import { CaseFlags, RaiseFlag } from '../flags/CaseFlags.tsx';
import { Risk } from '../Risk.tsx';
import { BreakGlass } from './BreakGlass.tsx';
import { SafetyMark } from './protection/Safety.tsx';
import './case.css';

/** The pages of a case in the order of the work; the first is the case's own address. */
const pages = [
  'overview',
  'protection',
  'care',
  'assessment',
  'identification',
  'links',
  'plan',
  'services',
  'justice',
  'follow-up',
  'papers',
] as const;
export type CasePage = (typeof pages)[number];
/** On a phone the row of pages is wider than the screen: the one that is open is pushed into sight. */
const showCurrent = (row: HTMLElement | null): void => {
  const current = row?.querySelector<HTMLElement>('[aria-current=page]');
  // The first one is in sight, and measuring makes the browser lay out the page before it is whole.
  if (row && current && current !== row.firstElementChild)
    row.scrollLeft += current.getBoundingClientRect().left - row.getBoundingClientRect().left - row.clientWidth / 3;
};
/** Pages of a case that other areas have. */
const elsewhere: Partial<Record<CasePage, string>> = {
  links: '/suspects/case/$id/links',
  services: '/referrals/case/$id/services',
  papers: '/papers/case/$id',
};
export const addressOf = (page: CasePage): string => elsewhere[page] ?? (page === 'overview' ? '/cases/$id' : `/cases/$id/${page}`);

/** What every page of a case stands in: whose it is, how grave, whether open, and the way to its other pages. */
export function CaseFrame({ page, children }: { readonly page: CasePage; readonly children: (head: CaseHead) => ReactNode }) {
  const id = useParam('id');
  const { may } = useSession();
  const found = useRead<CaseHead>(`/api/cases/case/${id}`);
  // Whether there is such a case is not told: what is offered is the same.
  if (found.error?.code === 'ledger.not-found' && !found.data && may('break-glass', 'cases.case'))
    return <BreakGlass id={id} sentence={found.error.sentence} onDone={() => void found.refetch()} />;
  return (
    <Await of={found}>
      {(head) => (
        <Framed head={head} page={page}>
          {children}
        </Framed>
      )}
    </Await>
  );
}

function Framed({
  head,
  page,
  children,
}: {
  readonly head: CaseHead;
  readonly page: CasePage;
  readonly children: (head: CaseHead) => ReactNode;
}) {
  const { t } = useTranslation('cases');
  const { ageOfYear, date, moment, ward } = useFormat();
  const { nameOf } = useOffice();
  return (
    <Page
      title={<Name>{head.name || t('case.no-name')}</Name>}
      windowTitle={t('case.title')}
      back={{ to: '/cases', label: t('nav') }}
      actions={<RaiseFlag head={head} />}
      lead={
        <>
          <Risk level={head.riskLevel} />{' '}
          {[ageOfYear(head.birthYear), head.ward && ward(head.ward), t(`status.${head.status}`)].filter(Boolean).join(' · ')}{' '}
          {head.status === 'open' && (
            <span className="case-safety">
              {t('case.safe-now')} <SafetyMark safety={head.safety} />
            </span>
          )}{' '}
          {head.forbids.length > 0 && (
            <Badges>
              {head.forbids.map((one) => (
                <Badge key={one} tone="red">
                  {t(`forbids.${one}`)}
                </Badge>
              ))}
            </Badges>
          )}
        </>
      }
    >
      {pages.length > 1 && (
        <nav className="case-pages" aria-label={t('page.nav')} ref={showCurrent}>
          {pages.map((one) => (
            <Link
              key={one}
              to={addressOf(one)}
              params={{ id: head.id } as never}
              className="case-pages__link"
              activeOptions={{ exact: true }}
              {...(one === page ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`page.${one}`)}
            </Link>
          ))}
        </nav>
      )}
      {head.status === 'closed' && (
        <Notice title={t('case.closed', { date: date(head.closedOn ?? '') })}>
          {head.closeReason && t(`close-reason.${head.closeReason}`)}
        </Notice>
      )}
      {head.lent && (
        <Notice tone="blue">
          <Name>{nameOf(head.lent.of)}</Name> {t('case.lent', { date: date(head.lent.until) })}
        </Notice>
      )}
      <CaseFlags head={head} />
      {head.openUntil && <Notice tone="orange">{t('glass.open-until', { time: moment(head.openUntil) })}</Notice>}
      {head.handedTo && <Notice tone="blue">{t('case.handed-to')}</Notice>}
      {head.status === 'open' && head.others.length > 0 && (
        <Notice tone="orange" title={t('case.others')}>
          <p>{t('case.others-more')}</p>
          <ul>
            {head.others.map((other) => (
              <li key={other.id}>
                <Link to="/cases/$id" params={{ id: other.id } as never}>
                  {t('case.opened-on', { date: date(other.openedOn) })}
                </Link>{' '}
                {other.worker ? <Name>{nameOf(other.worker)}</Name> : t('case.nobody')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {children(head)}
    </Page>
  );
}
