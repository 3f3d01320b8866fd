import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import type { AnyList } from '../../lists/list.ts';
import { Button, Buttons, Dialog, Name, Notice, Page, SelectField, Stack, useToast } from '../../ui/index.ts';
import { Await } from '../data/Await.tsx';
import { useCommand, useRead, useReadAnew } from '../data/reading.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { useOffice } from '../office.ts';
import { useSession } from '../session.tsx';
import type { ListState } from './useList.ts';
import type { View, Views } from './views.ts';

/** The page of a list once it is known which views are kept of it. Without them the list is still there. */
export function WithViews({
  path,
  kind,
  title,
  children,
}: {
  readonly path: string;
  /** The kind of record that keeps them. */
  readonly kind: string;
  readonly title: string;
  readonly children: (views: Views | undefined) => ReactNode;
}) {
  const { may } = useSession();
  const keeps = may('read', kind);
  const kept = useRead<Views>(`${path}/views`, { enabled: keeps });
  if (!keeps || kept.error || kept.data) return children(kept.data);
  return (
    <Page title={title}>
      <Await of={kept}>{() => null}</Await>
    </Page>
  );
}

/** The views of a list: one is chosen, kept, overwritten, looked after. */
export function ViewsBar<L extends AnyList>({ of }: { readonly of: ListState<L> }) {
  return of.views && <Bar of={of} state={of.views} />;
}

function Bar<L extends AnyList>({ of, state }: { readonly of: ListState<L>; readonly state: NonNullable<ListState<L>['views']> }) {
  const { all: views, base, isChanged: changed, gone } = state;
  const { kind } = views;
  const search = of.text.trim();
  const readAnew = useReadAnew();
  // Only what is read anew knows it.
  const onKept = (id: string) => void readAnew().then(() => state.show(id));
  const { t } = useTranslation('lists');
  const { nameOf } = useOffice();
  const say = useToast();
  const [keeping, setKeeping] = useState<string>();
  const [managing, setManaging] = useState(false);
  const overwrite = useCommand(kind, () => {
    say(t('views.overwritten'));
    if (base) onKept(base.id);
  });
  const own = base && !base.record;
  const every: readonly View[] = [...views.views, ...views.shared];
  const kept = (withSearch: boolean) => ({
    narrowing: of.narrowing,
    order: of.order ?? null,
    columns: of.columns ?? [],
    search: withSearch && search ? search : null,
  });
  return (
    <>
      <div className="filters">
        <SelectField
          label={t('views.label')}
          value={base?.id ?? ''}
          onChange={(id) => state.show(every.find((one) => one.id === id)?.id)}
          options={[
            ['', t('views.all')],
            ...views.views.map((one) => [one.id, one.shared ? t('views.shared-own', { name: one.name }) : one.name] as const),
            ...views.shared.map((one) => [one.id, t('views.shared-by', { name: one.name, by: nameOf(one.by!) })] as const),
          ]}
        />
        {own && changed && (
          <Button
            pending={overwrite.isPending}
            onPress={() => overwrite.mutate({ id: views.id, name: 'overwrite', input: { view: base.id, ...kept(base.search !== null) } })}
          >
            {t('views.overwrite')}
          </Button>
        )}
        {(changed || !base) && <Button onPress={() => setKeeping(uuidv7())}>{t('views.keep')}</Button>}
        {base && (
          <Button kind="quiet" onPress={() => setManaging(true)}>
            {t('views.manage')}
          </Button>
        )}
      </div>
      {overwrite.error && <Notice tone="red">{overwrite.error.sentence}</Notice>}
      {gone && <Notice tone="orange">{t('views.gone')}</Notice>}
      <Dialog title={t('views.keep')} isOpen={keeping !== undefined} onClose={() => setKeeping(undefined)}>
        {keeping && (
          <CommandForm
            kind={kind}
            id={views.id}
            name="keep"
            submit={t('views.submit')}
            about={<p className="soft small">{t('views.keep-means')}</p>}
            fields={[
              { name: 'name', kind: 'line', label: t('views.name'), hint: t('views.name-hint'), required: true },
              ...(search ? [{ name: 'search', kind: 'yes' as const, label: t('views.with-search') }] : []),
            ]}
            input={({ name, search: withSearch }) => ({ view: keeping, name, ...kept(withSearch === true) })}
            onDone={() => {
              setKeeping(undefined);
              say(t('views.kept'));
              onKept(keeping);
            }}
            onClose={() => setKeeping(undefined)}
          />
        )}
      </Dialog>
      <Dialog title={t('views.manage')} isOpen={managing && base !== undefined} onClose={() => setManaging(false)}>
        {base && <Manage views={views} view={base} onDone={() => setManaging(false)} onRemoved={() => state.show(undefined)} />}
      </Dialog>
    </>
  );
}

/** What may be done to one view: opened with, renamed, shared, removed. */
function Manage({
  views,
  view,
  onDone,
  onRemoved,
}: {
  readonly views: Views;
  readonly view: View;
  readonly onDone: () => void;
  readonly onRemoved: () => void;
}) {
  const { t } = useTranslation('lists');
  const { may } = useSession();
  const { kind } = views;
  const say = useToast();
  const command = useCommand(kind, ({ name }) => {
    say(t(`views.did.${name}`));
    onDone();
    if (name === 'remove') onRemoved();
  });
  const own = !view.record;
  const opens = views.opens === view.id;
  const give = (name: string, input: object, id = views.id) => command.mutate({ id, name, input });
  return (
    <Stack>
      <p>
        <strong>
          <Name>{view.name}</Name>
        </strong>
      </p>
      {command.error && <Notice tone="red">{command.error.sentence}</Notice>}
      <Buttons>
        <Button onPress={() => give('open-with', { view: opens ? null : view.id })}>
          {t(opens ? 'views.open-plain' : 'views.open-with')}
        </Button>
        {own && !view.shared && may('share', kind) && <Button onPress={() => give('share', { view: view.id })}>{t('views.share')}</Button>}
        {view.shared && (own || may('share', kind)) && (
          <Button onPress={() => give('unshare', { view: view.id }, view.record)}>{t('views.unshare')}</Button>
        )}
        {own && (
          <Button kind="grave" onPress={() => give('remove', { view: view.id })}>
            {t('views.remove')}
          </Button>
        )}
      </Buttons>
      {own && (
        <CommandForm
          kind={kind}
          id={views.id}
          name="rename"
          submit={t('views.rename')}
          fields={[{ name: 'name', kind: 'line', label: t('views.name'), hint: t('views.name-hint'), starts: view.name, required: true }]}
          input={(answers) => ({ view: view.id, ...answers })}
          onDone={() => {
            say(t('views.did.rename'));
            onDone();
          }}
          onClose={onDone}
        />
      )}
    </Stack>
  );
}
