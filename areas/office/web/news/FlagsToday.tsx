import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Badge, Link, Name, Section, Table } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

/** Flags on the reader's own cases, and what was answered to those that he raised. Nothing where there is neither. */
export function FlagsToday() {
  const { t } = useTranslation(['office', 'cases']);
  const { date, isOver, number } = useFormat();
  const { nameOf } = useOffice();
  const { data } = useRead('/api/office/flags');
  if (!data) return null;
  const child = ({ case: id, name }: { readonly case: string; readonly name: string }) => (
    <Link to="/cases/$id" params={{ id }}>
      <Name>{name || t('case.no-name')}</Name>
    </Link>
  );
  const reason = (one: { readonly reason: string }) => (
    <Badge tone={one.reason === 'safety' ? 'red' : 'orange'}>{t(`flag-reason.${one.reason}`)}</Badge>
  );
  const { open, answered } = data;
  return (
    <>
      {open.rows.length > 0 && (
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
              { key: 'words', title: t('flag.says'), cell: (one) => <span dir="auto">{one.words}</span> },
              { key: 'by', title: t('flag.by'), cell: (one) => <Name>{nameOf(one.by)}</Name> },
              {
                key: 'due',
                whole: true,
                title: t('case.due'),
                cell: (one) => one.due && <Badge tone={isOver(one.due) ? 'orange' : 'plain'}>{date(one.due)}</Badge>,
              },
            ]}
          />
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={t('flag.answered')}>
          <Table
            caption={t('flag.answered')}
            rows={answered}
            keyOf={({ case: file, id }) => `${file}${id}`}
            columns={[
              { key: 'child', title: t('case.child'), main: true, cell: child },
              { key: 'words', title: t('flag.says'), cell: (one) => <span dir="auto">{one.words}</span> },
              { key: 'answer', title: t('flag.answer'), cell: (one) => <span dir="auto">{one.answer}</span> },
              { key: 'by', title: t('flag.by-answer'), cell: (one) => <Name>{nameOf(one.settledBy)}</Name> },
              { key: 'on', whole: true, title: t('flag.on'), cell: (one) => date(one.settledOn) },
            ]}
          />
        </Section>
      )}
    </>
  );
}
