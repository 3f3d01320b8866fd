import { useTranslation } from 'react-i18next';
import { useColumns, useFormat } from '../../../../platform/shell/index.ts';
import { Badge, Link, Name, Section, Table } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

/** Flags on the reader's own cases, and what was answered to those that they raised. Nothing where there is neither. */
export function FlagsToday() {
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  const column = useColumns();
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
              column.text('words', t('flag.says')),
              column.user('by', t('flag.by')),
              column.due('due', t('case.due')),
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
              column.text('words', t('flag.says')),
              column.text('answer', t('flag.answer')),
              column.user('settledBy', t('flag.by-answer')),
              column.day('settledOn', t('flag.on')),
            ]}
          />
        </Section>
      )}
    </>
  );
}
