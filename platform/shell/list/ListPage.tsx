import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyList, RowOf } from '../../lists/list.ts';
import { type Column, Columns, Empty, LinkButton, Page, Section, Stack } from '../../ui/index.ts';
import { useWide } from '../../ui/month/useWide.ts';
import type { May } from '../area.ts';
import { useSession } from '../session.tsx';
import { type FilterField, Filters, FromElsewhere, MoreFilters, OrderField, Search, SearchField } from './Filters.tsx';
import { ListTable } from './ListTable.tsx';
import type { ListState } from './useList.ts';
import { ViewsBar } from './ViewsBar.tsx';

interface Props<L extends AnyList> extends Pick<ComponentProps<typeof ListTable<L>>, 'file' | 'many' | 'onCard'> {
  readonly of: ListState<L>;
  readonly title: string;
  readonly lead: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  /** The page that adds one, for who may. */
  readonly add?: { readonly to: string; readonly label: string; readonly may: May };
  /** What else is offered at the head of the page. */
  readonly actions?: ReactNode;
  /** What is searched for as it is typed; with a hint, once it is typed. */
  readonly search?: string;
  readonly searchHint?: string;
  readonly filters?: readonly FilterField<L>[];
  /** Filters that are folded away. */
  readonly more?: readonly FilterField<L>[];
  /** What other pages narrow it to, and its own filters do not. */
  readonly elsewhere?: ComponentProps<typeof FromElsewhere<L>>['words'];
  readonly orders?: ComponentProps<typeof OrderField<L>>['orders'];
  readonly columns: readonly Column<RowOf<L>>[];
  readonly empty: readonly [title: string, more?: string];
  readonly noneFound: string;
  /** Stands beside the list where there is room. */
  readonly side?: ReactNode;
}

/** The page of a list: how many there are, the way to add one, the views that are kept of it, what narrows it, its rows. */
export function ListPage<L extends AnyList>({ of, title, lead, back, add, actions, side, ...list }: Props<L>) {
  const { may } = useSession();
  const adds = add && may(...add.may) && (
    <LinkButton kind="primary" to={add.to}>
      {add.label}
    </LinkButton>
  );
  const section = <Listed {...list} of={of} title={title} />;
  return (
    <Page
      title={title}
      lead={lead}
      {...(back ? { back } : {})}
      actions={
        (actions || adds) && (
          <>
            {actions}
            {adds}
          </>
        )
      }
    >
      {side ? (
        <Columns list>
          {section}
          {side}
        </Columns>
      ) : (
        section
      )}
    </Page>
  );
}

function Listed<L extends AnyList>({
  of,
  title,
  search,
  searchHint,
  filters = [],
  more,
  elsewhere,
  orders,
  empty,
  ...table
}: Omit<Props<L>, 'lead' | 'back' | 'add' | 'actions' | 'side'>) {
  const { t } = useTranslation('lists');
  const wide = useWide();
  const narrowing = (
    <>
      <ViewsBar of={of} />
      {search && searchHint && <Search of={of} label={search} hint={searchHint} />}
      <div className="filters">
        {search && !searchHint && <SearchField of={of} label={search} />}
        <Filters of={of} fields={filters} />
        {orders && <OrderField of={of} orders={orders} />}
      </div>
      {more && <MoreFilters of={of} fields={more} />}
    </>
  );
  return (
    <Section>
      {wide ? (
        narrowing
      ) : (
        // On a phone the rows come first: what narrows them is one press away.
        <details className="list-narrow">
          <summary>{t('narrow')}</summary>
          <Stack>{narrowing}</Stack>
        </details>
      )}
      {elsewhere && <FromElsewhere of={of} words={elsewhere} />}
      <ListTable {...table} of={of} caption={title} empty={<Empty title={empty[0]}>{empty[1]}</Empty>} />
    </Section>
  );
}
