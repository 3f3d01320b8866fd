import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../platform/shell/index.ts';
import { Notice, Table } from '../../../platform/ui/index.ts';
import type { Held } from '../contract/index.ts';

/** What is held of somebody, by what it is; and what of it would not go, or would take something of somebody else along. */
export function HeldTable({ held }: { readonly held: Held }) {
  const { t } = useTranslation('protection');
  const { number } = useFormat();
  const kinds = [...Map.groupBy([...held.goes, ...held.stays], ({ kind }) => kind)].map(([kind, counts]) => ({
    kind,
    records: counts.reduce((sum, { records }) => sum + records, 0),
  }));
  const staying = held.stays.reduce((sum, { records }) => sum + records, 0);
  return (
    <>
      <Table
        caption={t('held.title')}
        rows={kinds}
        keyOf={({ kind }) => kind}
        columns={[
          { key: 'kind', title: t('held.what'), main: true, cell: ({ kind }) => t(`kind.${kind}`, kind) },
          { key: 'n', title: t('held.records'), end: true, cell: ({ records }) => number(records) },
        ]}
      />
      {held.persons > 1 && <p className="soft">{t('held.joined', { count: held.persons - 1 })}</p>}
      {held.others > 0 && <Notice tone="orange">{t('held.others', { count: held.others })}</Notice>}
      {staying > 0 && <Notice tone="orange">{t('held.stays', { count: staying })}</Notice>}
    </>
  );
}

/** What is in the way of erasing, in the words in which the server refuses it. */
export function InTheWay({ refused }: { readonly refused: NonNullable<Held['refused']> }) {
  const { t } = useTranslation('protection');
  const { date } = useFormat();
  const { code, open, on } = refused;
  return <Notice tone="orange">{t(`problem.${code.replace('protection.', '')}`, { open, on: on && date(on) })}</Notice>;
}
