import { useTranslation } from 'react-i18next';
import { useColumns, useFormat } from '../../../../platform/shell/index.ts';
import { Badge, Link, Name, Section, Table } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

/** What the tables of flags have in common: the child's case, and what the flag is about. */
function useFlagCells() {
  const { t } = useTranslation(['office', 'cases']);
  return {
    child: ({ case: id, name }: { readonly case: string; readonly name: string }) => (
      <Link to="/cases/$id" params={{ id }}>
        <Name>{name || t('case.no-name')}</Name>
      </Link>
    ),
    reason: (one: { readonly reason: string }) => (
      <Badge tone={one.reason === 'safety' ? 'red' : 'orange'}>{t(`flag-reason.${one.reason}`)}</Badge>
    ),
  };
}

/** Flags on the reader's own cases. Nothing where there are none. */
function OpenFlags() {
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  const column = useColumns();
  const { child, reason } = useFlagCells();
  const open = useRead('/api/office/flags').data?.open;
  if (!open || open.rows.length === 0) return null;
  return (
    <Section
      title={t('flag.on-yours')}
      aside={
        open.total > open.rows.length && (
          <Link to="/cases" search={{ flagged: true }}>
            {t('flag.all', { n: number(open.total) })}
          </Link>
        )
      }
    >
      <Table
        caption={t('flag.on-yours')}
        rows={open.rows}
        keyOf={({ case: file, id }) => `${file}${id}`}
        columns={[
          { key: 'child', title: t('case.child'), main: true, cell: child },
          { key: 'reason', title: t('flag.about'), cell: reason },
          column.text('words', t('flag.says')),
          column.user('by', t('flag.by')),
          column.due('due', t('case.due')),
        ]}
      />
    </Section>
  );
}

/** What was answered to the flags that the reader raised. Nothing where nothing was. */
function AnsweredFlags() {
  const { t } = useTranslation(['office', 'cases']);
  const column = useColumns();
  const { child } = useFlagCells();
  const answered = useRead('/api/office/flags').data?.answered ?? [];
  if (answered.length === 0) return null;
  return (
    <Section title={t('flag.answered')}>
      <Table
        caption={t('flag.answered')}
        rows={answered}
        keyOf={({ case: file, id }) => `${file}${id}`}
        columns={[
          { key: 'child', title: t('case.child'), main: true, cell: child },
          column.text('words', t('flag.says')),
          column.text('answer', t('flag.answer')),
          column.user('settledBy', t('flag.by-answer')),
          column.day('settledOn', t('flag.on')),
        ]}
      />
    </Section>
  );
}

export default ({ of }: { readonly of: 'open' | 'answered' }) => (of === 'open' ? <OpenFlags /> : <AnsweredFlags />);
