import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, Rows, request, useFormat, usePages, useParts, useRead, useSend, useSession } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Dialog, Empty, LinkButton, Notice, Page, Section, Table, TextField } from '../../../../platform/ui/index.ts';
import { mostChosen } from '../../domain/index.ts';
import type { ListedCase, View, Views } from './answers.ts';
import { BulkActs, type ListedProps } from './BulkActs.tsx';
import { ChooseColumns } from './ChooseColumns.tsx';
import { useListColumns } from './columns.tsx';
import { Filters } from './Filters.tsx';
import { type Address, addressOf, isNarrowed, shownOf, whichOf } from './narrowed.ts';
import { usePicking } from './picking.tsx';
import { ViewsBar } from './ViewsBar.tsx';
import './list.css';

const nothingKept: Views = { id: '', most: 0, views: [], shared: [], opens: null };

/** The cases that somebody may read, as he wants to see them: it opens with the view that he chose. */
export default function ListPage() {
  const { t } = useTranslation('cases');
  const { may } = useSession();
  const keeps = may('read', 'cases.list-views');
  const kept = useRead<Views>('/api/cases/list/views', { enabled: keeps });
  // Without its views the list is still there.
  const again = () => kept.refetch();
  if (!keeps || kept.error) return <List views={nothingKept} again={again} />;
  if (!kept.data)
    return (
      <Page title={t('nav')}>
        <Await of={kept}>{() => null}</Await>
      </Page>
    );
  return <List views={kept.data} again={again} />;
}

/** What the address asks to see, the view it rests on, and how to ask for something else. */
function useShown(views: Views) {
  const navigate = useNavigate();
  const address = useSearch({ strict: false }) as Address;
  const go = (search: Address) => void navigate({ to: '/cases', replace: true, search: search as never });
  const named = (id: unknown) => [...views.views, ...views.shared].find((one) => one.id === id);
  const opening = Object.keys(address).length === 0 && views.opens !== null;
  const asked = opening ? views.opens : address['view'] === 'none' ? undefined : address['view'];
  const view = named(asked);
  const shown = view ? { narrowing: view.narrowing, sort: view.sort, columns: view.columns } : shownOf(address);
  const base = view ?? named(address['from']);
  /** Nothing in the address would be the view that the list opens with. */
  const put = (search: Address) => go(Object.keys(search).length === 0 && views.opens !== null ? { view: 'none' } : search);
  return {
    view,
    base,
    shown,
    gone: asked !== undefined && asked !== null && !view,
    narrow(more: Readonly<Record<string, string | number>>) {
      put({ ...addressOf(shownOf({ ...addressOf(shown), ...more })), ...(base ? { from: base.id } : {}) });
    },
    show: (id: string | undefined) => (id === undefined ? put({}) : go({ view: id })),
  };
}

function List({ views, again }: { readonly views: Views; readonly again: () => Promise<unknown> }) {
  const { t } = useTranslation('cases');
  const { may } = useSession();
  const { number } = useFormat();
  const { view, base, shown, gone, narrow, show } = useShown(views);
  // A name stands in no address: it is kept here, and gone with the page unless a view keeps it.
  const [typed, setTyped] = useState(view?.search ?? '');
  const [name, setName] = useState(view?.search ?? '');
  const [choosing, setChoosing] = useState(false);
  const listed = useParts<ListedProps>('cases.listed');
  const [act, setAct] = useState<string>();
  const search = (text: string) => {
    setTyped(text);
    setName(text);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view brings its search along once, when it is chosen.
  useEffect(() => {
    if (view) search(view.search ?? '');
  }, [view?.id]);
  const counting = { ...shown.narrowing, ...(name ? { name } : {}) };
  const question = { ...counting, sort: shown.sort };
  const list = usePages<ListedCase>('/api/cases/list', question);
  const chosen = whichOf(shown);
  const counted = list.first as { total: number; beyond: boolean } | undefined;
  const total = counted?.total;
  const many = counted ? `${number(counted.total)}${counted.beyond ? '+' : ''}` : '';
  const picks =
    listed.length > 0 || (chosen !== 'closed' && ['assign', 'refer', 'change-risk', 'note'].some((act) => may(act, 'cases.case')));
  const [picked, setPicked] = useState<ReadonlyMap<string, ListedCase>>(new Map());
  const { column, none, pick } = usePicking(list.rows ?? [], picked, setPicked);
  const columns = useListColumns(shown.columns);
  // What is chosen and not in sight any more is not acted upon.
  const asks = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, other cases.
  useEffect(none, [asks]);
  const all = useSend<void, ListedCase[]>(async () => {
    const rows: ListedCase[] = [];
    let after: unknown = null;
    do {
      const page: { rows: ListedCase[]; next: unknown } = await request('POST', '/api/cases/list', {
        ...question,
        ...(after ? { after } : {}),
      });
      rows.push(...page.rows);
      after = page.next;
    } while (after && rows.length < mostChosen);
    return rows.slice(0, mostChosen);
  }, pick);
  return (
    <Page
      title={t('nav')}
      lead={counted ? t(counted.beyond ? 'list.beyond' : 'list.total', { count: counted.total, n: number(counted.total) }) : t('list.lead')}
      actions={
        may('open', 'cases.case') && (
          <LinkButton kind="primary" to="/cases/open">
            {t('open.title')}
          </LinkButton>
        )
      }
    >
      <Section>
        {views.id && (
          <ViewsBar
            views={views}
            base={base}
            changed={!view || name !== (view.search ?? '')}
            gone={gone}
            shown={shown}
            search={name}
            onChoose={(one: View | undefined) => {
              if (!one) search('');
              show(one?.id);
            }}
            // Only what is read anew knows it.
            onKept={(id) => void again().then(() => show(id))}
          />
        )}
        <form
          className="filters"
          onSubmit={(event) => {
            event.preventDefault();
            setName(typed.trim());
          }}
        >
          <TextField label={t('list.name')} hint={t('list.name-hint')} type="search" value={typed} onChange={setTyped} />
          <Button type="submit">{t('list.search')}</Button>
          {name && (
            <Button kind="quiet" onPress={() => search('')}>
              {t('list.search-end')}
            </Button>
          )}
        </form>
        <Filters shown={shown} question={counting} narrow={narrow} />
        <Buttons>
          <Button kind="quiet" onPress={() => setChoosing(true)}>
            {t('columns.title')}
          </Button>
          {picks && total !== undefined && total > 0 && (
            <Button kind="quiet" pending={all.isPending} onPress={() => all.mutate()}>
              {total > mostChosen
                ? t('bulk.pick-first', { n: number(mostChosen), all: many })
                : t('bulk.pick-all', { count: total, n: number(total) })}
            </Button>
          )}
          {picked.size === 0 &&
            listed.map(({ words }) => (
              <Button key={words} kind="quiet" onPress={() => setAct(words)}>
                {t(words)}
              </Button>
            ))}
        </Buttons>
        {all.error && <Notice tone="red">{all.error.sentence}</Notice>}
        {/* Said to who does not see the boxes; there before anything is chosen. */}
        <p className="hidden-visually" role="status">
          {picked.size > 0 && t('bulk.picked', { count: picked.size, n: number(picked.size) })}
        </p>
        {picked.size > 0 && <BulkActs picked={[...picked.values()]} closed={chosen === 'closed'} onDone={none} />}
        <Rows
          of={list}
          empty={
            isNarrowed(shown) || name ? (
              <Empty title={t('list.none-such')}>{t('list.none-such-more')}</Empty>
            ) : (
              <Empty title={t(`list.none-${chosen}`)}>{t('list.none-more')}</Empty>
            )
          }
        >
          {(rows) => (
            <Table
              caption={picks ? `${t('nav')}. ${t('bulk.keys')}` : t('nav')}
              rows={rows}
              keyOf={({ id }) => id}
              onCard={4}
              columns={[...(picks ? [column] : []), ...columns]}
            />
          )}
        </Rows>
      </Section>
      <Dialog title={t('columns.title')} isOpen={choosing} onClose={() => setChoosing(false)}>
        <ChooseColumns
          chosen={shown.columns}
          onChoose={(next) => {
            setChoosing(false);
            narrow({ columns: addressOf({ ...shown, columns: next })['columns'] ?? '' });
          }}
          onClose={() => setChoosing(false)}
        />
      </Dialog>
      <Dialog title={act ? t(act) : ''} isOpen={act !== undefined} onClose={() => setAct(undefined)}>
        {listed.map(
          ({ words, draw }) =>
            words === act &&
            draw({
              says: t('list.these', { count: total ?? 0, n: many }),
              criteria: { ...shown.narrowing, status: shown.narrowing['status'] ?? 'open' },
              search: name,
              onClose: () => setAct(undefined),
            }),
        )}
      </Dialog>
    </Page>
  );
}
