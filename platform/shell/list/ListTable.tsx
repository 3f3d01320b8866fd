import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyList, RowOf } from '../../lists/list.ts';
import { Button, Buttons, type Column, Dialog, Empty, Table } from '../../ui/index.ts';
import type { May } from '../area.ts';
import { Rows } from '../data/Rows.tsx';
import { useSession } from '../session.tsx';
import { ChooseColumns } from './ChooseColumns.tsx';
import { type ManyAct, ManyActs, useMany, type WholeAct } from './ManyActs.tsx';
import { SaveFile } from './SaveFile.tsx';
import type { ListState } from './useList.ts';
import './list.css';

interface Props<L extends AnyList> {
  readonly of: ListState<L>;
  readonly caption: string;
  /** All columns, in the order in which they are offered where they can be chosen. What a row is called by is never left out. */
  readonly columns: readonly Column<RowOf<L>>[];
  readonly empty: ReactNode;
  /** What is said where the list is narrowed and has no rows. */
  readonly noneFound: string;
  readonly onCard?: number;
  /** What must be allowed to save the rows as a file; left out where none is made. */
  readonly file?: May;
  /** What can be done to many rows at once, what a row is called where it is chosen, and how it is said how many are. */
  readonly many?: {
    readonly says: (count: number) => string;
    readonly nameOf: (row: RowOf<L>) => string;
    readonly acts: readonly ManyAct<L>[];
    readonly whole?: readonly WholeAct[];
  };
}

/**
 * The rows of a list: a table, cards on a phone. Where nothing is found because the list is narrowed, the way back is offered; where columns
 * can be chosen or acts be given to many rows, the ways to do so stand above it.
 */
export function ListTable<L extends AnyList>({ of, caption, columns, empty, noneFound, onCard, file, many }: Props<L>) {
  const { t } = useTranslation('lists');
  const [choosing, setChoosing] = useState(false);
  const { may } = useSession();
  const rows = of.pages.rows ?? [];
  const saves = file !== undefined && rows.length > 0 && may(...file);
  const chosen = useMany(of, rows, many?.nameOf ?? (({ id }) => id), many?.acts.length ?? 0);
  const fixed = columns.filter(({ main }) => main);
  const always = columns.filter((column) => column.always);
  const offered = columns.filter((column) => !column.main && !column.always);
  const shown = of.columns
    ? [...fixed, ...of.columns.flatMap((key) => offered.find((column) => column.key === key) ?? []), ...always]
    : columns;
  const tools = (
    <>
      {of.columns && (
        <Button kind="quiet" onPress={() => setChoosing(true)}>
          {t('columns.title')}
        </Button>
      )}
      {many && chosen.pickAll}
      {saves && <SaveFile path={of.path} question={of.question} />}
    </>
  );
  return (
    <>
      {many ? (
        <ManyActs chosen={chosen} {...many}>
          {tools}
        </ManyActs>
      ) : (
        (of.columns || saves) && <Buttons>{tools}</Buttons>
      )}
      <Rows
        of={of.pages}
        empty={of.isNarrowed ? <Empty title={noneFound} action={<Button onPress={of.showAll}>{t('show-all')}</Button>} /> : empty}
      >
        {(found) => (
          <Table
            caption={chosen.column ? `${caption}. ${t('many.keys')}` : caption}
            rows={found}
            keyOf={({ id }: { id: string }) => id}
            columns={[...(chosen.column ? [chosen.column] : []), ...shown]}
            {...(onCard ? { onCard } : {})}
          />
        )}
      </Rows>
      <Dialog title={t('columns.title')} isOpen={choosing} onClose={() => setChoosing(false)}>
        <ChooseColumns
          offered={offered}
          chosen={of.columns ?? []}
          usual={of.usualColumns}
          onChoose={(next) => {
            setChoosing(false);
            of.choose(next);
          }}
          onClose={() => setChoosing(false)}
        />
      </Dialog>
    </>
  );
}
