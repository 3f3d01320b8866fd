import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../../platform/decider/index.ts';
import { useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Badge, type Column, Link, Name } from '../../../../platform/ui/index.ts';
import { listColumns } from '../../domain/index.ts';
import { Risk } from '../Risk.tsx';
import type { ListedCase } from './useManyActs.tsx';

/** What each column of the list is called. */
function useColumnTitle() {
  const { t } = useTranslation('cases');
  const own: Readonly<Record<string, string>> = {
    ...{ risk: t('case.risk'), age: t('case.age'), ward: t('case.ward'), worker: t('case.worker'), due: t('case.due') },
    ...{ source: t('case.source'), trafficking: t('list.trafficking'), solution: t('care.solution'), interests: t('care.best') },
  };
  return (column: string) => own[column] ?? t(`column.${column}`);
}

/** The columns that are offered, the child's name before all others. */
export function useListColumns(): readonly Column<ListedCase>[] {
  const { t } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { age, date, isOver, number, ward, today } = useFormat();
  const title = useColumnTitle();
  const day = (on: string | null) => on && date(on);
  const numbered = (n: number) => (n > 0 ? number(n) : '');
  const cells: Readonly<Record<(typeof listColumns)[number], Omit<Column<ListedCase>, 'key' | 'title'>>> = {
    risk: { cell: (one) => <Risk level={one.riskLevel} /> },
    age: { whole: true, cell: (one) => age(one.born) },
    ward: { whole: true, cell: (one) => one.ward && <Name>{ward(one.ward)}</Name> },
    worker: { cell: (one) => (one.worker ? <Name>{nameOf(one.worker)}</Name> : <Badge tone="orange">{t('case.nobody')}</Badge>) },
    due: { whole: true, cell: (one) => one.dueOn && <Badge tone={isOver(one.dueOn) ? 'orange' : 'plain'}>{date(one.dueOn)}</Badge> },
    opened: { whole: true, cell: (one) => date(one.openedOn) },
    'days-open': { end: true, cell: (one) => number(daysBetween(one.openedOn, one.closedOn ?? today)) },
    seen: { whole: true, cell: (one) => day(one.seenOn) },
    touched: { whole: true, cell: (one) => date(one.touchedOn) },
    phase: { cell: (one) => t(`phase.${one.phase}`) },
    tasks: { end: true, cell: (one) => numbered(one.tasks) },
    overdue: { end: true, cell: (one) => numbered(one.overdue) },
    danger: { cell: (one) => one.danger && t(`danger.${one.danger}`) },
    trafficking: { cell: (one) => one.trafficking && t(`list.${one.trafficking}`) },
    lives: { cell: (one) => one.lives && t(`stay.${one.lives}`) },
    consent: {
      whole: true,
      cell: (one) =>
        one.consentUntil === null || isOver(one.consentUntil) ? (
          <Badge tone="orange">{t('list.consent-without')}</Badge>
        ) : (
          date(one.consentUntil)
        ),
    },
    bases: { cell: (one) => one.bases.map((kind) => t(`basis.${kind}`)).join(', ') },
    interests: { cell: (one) => t(`interests.${one.interests}`) },
    solution: { cell: (one) => one.solution && t(`solution.${one.solution}`) },
    leaving: { cell: (one) => one.leaving && t(`adult-services.${one.leaving}`) },
    source: { cell: (one) => t(`source.${one.source}`) },
    closed: {
      whole: true,
      cell: (one) => (
        <>
          {day(one.closedOn)} {one.closedUnseen && <Badge tone="orange">{t('child-seen.no')}</Badge>}
        </>
      ),
    },
  };
  return [
    {
      key: 'name',
      title: t('case.child'),
      main: true,
      cell: (one) => (
        <>
          <Link to="/cases/$id" params={{ id: one.id }}>
            <Name>{one.name || t('case.no-name')}</Name>
          </Link>{' '}
          {one.danger && <Badge tone="red">{t(`danger.${one.danger}`)}</Badge>}{' '}
          {one.flags > 0 && <Badge tone="orange">{t('flag.mark', { count: one.flags, n: number(one.flags) })}</Badge>}
        </>
      ),
    },
    ...listColumns.map((key) => ({ key, title: title(key), ...cells[key] })),
  ];
}
