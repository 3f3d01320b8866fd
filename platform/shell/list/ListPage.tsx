import type { ReactNode } from 'react';
import type { AnyList, RowOf } from '../../lists/list.ts';
import { type Column, Empty, LinkButton, Page, Section } from '../../ui/index.ts';
import type { May } from '../area.ts';
import { useSession } from '../session.tsx';
import { type FilterField, Filters, SearchField } from './Filters.tsx';
import { ListTable } from './ListTable.tsx';
import type { ListState } from './useList.ts';

/** The page of a list: how many there are, the way to add one, what narrows it, its rows. */
export function ListPage<L extends AnyList>({
  of,
  title,
  lead,
  add,
  search,
  filters,
  columns,
  empty,
  noneFound,
  file,
}: {
  readonly of: ListState<L>;
  readonly title: string;
  readonly lead: ReactNode;
  /** The page that adds one, for who may. */
  readonly add?: { readonly to: string; readonly label: string; readonly may: May };
  /** What is searched for, where the list can be. */
  readonly search?: string;
  readonly filters: readonly FilterField<L>[];
  readonly columns: readonly Column<RowOf<L>>[];
  readonly empty: readonly [title: string, more: string];
  readonly noneFound: string;
  readonly file?: May;
}) {
  const { may } = useSession();
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        add &&
        may(...add.may) && (
          <LinkButton kind="primary" to={add.to}>
            {add.label}
          </LinkButton>
        )
      }
    >
      <Section>
        <div className="filters">
          {search && <SearchField of={of} label={search} />}
          <Filters of={of} fields={filters} />
        </div>
        <ListTable
          of={of}
          {...(file ? { file } : {})}
          caption={title}
          columns={columns}
          noneFound={noneFound}
          empty={<Empty title={empty[0]}>{empty[1]}</Empty>}
        />
      </Section>
    </Page>
  );
}
