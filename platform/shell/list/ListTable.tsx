import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyList, RowOf } from '../../lists/list.ts';
import { Button, type Column, Empty, Table } from '../../ui/index.ts';
import { Rows } from '../data/Rows.tsx';
import type { ListState } from './useList.ts';

/** The rows of a list: a table, cards on a phone. Where nothing is found because the list is narrowed, the way back is offered. */
export function ListTable<L extends AnyList>({
  of,
  caption,
  columns,
  empty,
  noneFound,
  onCard,
}: {
  readonly of: ListState<L>;
  readonly caption: string;
  readonly columns: readonly Column<RowOf<L>>[];
  readonly empty: ReactNode;
  /** What is said where the list is narrowed and has no rows. */
  readonly noneFound: string;
  readonly onCard?: number;
}) {
  const { t } = useTranslation('shell');
  return (
    <Rows
      of={of.pages}
      empty={of.isNarrowed ? <Empty title={noneFound} action={<Button onPress={of.showAll}>{t('list.show-all')}</Button>} /> : empty}
    >
      {(rows) => (
        <Table caption={caption} rows={rows} keyOf={({ id }: { id: string }) => id} columns={columns} {...(onCard ? { onCard } : {})} />
      )}
    </Rows>
  );
}
