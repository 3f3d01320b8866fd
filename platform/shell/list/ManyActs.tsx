import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../contract/outcomes.ts';
import type { AnyList, RowOf } from '../../lists/list.ts';
import { Badge, Button, Buttons, type Column, Dialog, Name, Notice } from '../../ui/index.ts';
import { request } from '../data/api.ts';
import { useSend } from '../data/reading.ts';
import { useRefusalSentence } from '../data/useRefusalSentence.ts';
import { useFormat } from '../format.ts';
import { mostChosen, usePicking } from './picking.tsx';
import type { ListState } from './useList.ts';

/** What an act on many rows is given. */
export interface ManyProps<R> {
  readonly picked: readonly R[];
  readonly onDone: (outcomes: readonly Outcome[]) => void;
  readonly onClose: () => void;
}
/** An act on the rows that were chosen. */
export interface ManyAct<L extends AnyList> {
  readonly label: string;
  readonly draw: (given: ManyProps<RowOf<L>>) => ReactNode;
}
/** An act on all rows of the list as it is narrowed, offered while none is chosen. */
export interface WholeAct {
  readonly label: string;
  readonly draw: (given: { readonly onClose: () => void }) => ReactNode;
}

/** The rows that are chosen in a list, of which what is not in sight any more is not acted upon. */
export function useMany<L extends AnyList>(of: ListState<L>, rows: readonly RowOf<L>[], nameOf: (row: RowOf<L>) => string, acts: number) {
  const { t } = useTranslation('lists');
  const { number } = useFormat();
  const [picked, setPicked] = useState<ReadonlyMap<string, RowOf<L>>>(new Map());
  const { column, none, pick } = usePicking(rows, picked, setPicked, nameOf);
  const asks = JSON.stringify(of.question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, other rows.
  useEffect(none, [asks]);
  const all = useSend<void, RowOf<L>[]>(async () => {
    const found: RowOf<L>[] = [];
    let after: unknown = null;
    do {
      const page: { rows: RowOf<L>[]; next: unknown } = await request('POST', of.path, { ...of.question, ...(after ? { after } : {}) });
      found.push(...page.rows);
      after = page.next;
    } while (after && found.length < mostChosen);
    return found.slice(0, mostChosen);
  }, pick);
  const { count = 0, n = '' } = of.total ?? {};
  const offered = acts > 0 && count > 0;
  return {
    column: acts > 0 ? (column as Column<RowOf<L>>) : undefined,
    picked: [...picked.values()],
    none,
    error: all.error,
    pickAll: offered && (
      <Button kind="quiet" pending={all.isPending} onPress={() => all.mutate()}>
        {count > mostChosen ? t('many.pick-first', { n: number(mostChosen), all: n }) : t('many.pick-all', { count, n })}
      </Button>
    ),
  };
}

interface Props<L extends AnyList> {
  readonly chosen: ReturnType<typeof useMany<L>>;
  readonly acts: readonly ManyAct<L>[];
  readonly whole?: readonly WholeAct[];
  /** What else stands in the row of what may be done with the whole list. */
  readonly children?: ReactNode;
  readonly says: (count: number) => string;
  readonly nameOf: (row: RowOf<L>) => string;
}

/** What can be done to the rows that were chosen, or to all, and what came of it for each. */
export function ManyActs<L extends AnyList>({ chosen, acts, whole = [], says, nameOf, children }: Props<L>) {
  const { t } = useTranslation('lists');
  const { picked, none } = chosen;
  const [act, setAct] = useState<string>();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const close = () => {
    setAct(undefined);
    if (outcomes) none();
    setOutcomes(undefined);
  };
  const said = picked.length > 0 && says(picked.length);
  const buttons = (of: readonly { readonly label: string }[], kind: 'plain' | 'quiet') =>
    of.map(({ label }) => (
      <Button key={label} kind={kind} onPress={() => setAct(label)}>
        {label}
      </Button>
    ));
  return (
    <>
      {chosen.error && <Notice tone="red">{chosen.error.sentence}</Notice>}
      {/* Said to who does not see the boxes; there before anything is chosen. */}
      <p className="hidden-visually" role="status">
        {said}
      </p>
      <Buttons>
        {children}
        {picked.length === 0 && buttons(whole, 'quiet')}
      </Buttons>
      {picked.length > 0 && (
        <Buttons>
          <strong>{said}</strong>
          {buttons(acts, 'plain')}
          <Button kind="quiet" onPress={none}>
            {t('many.none')}
          </Button>
        </Buttons>
      )}
      <Dialog title={act ?? ''} isOpen={act !== undefined} onClose={close}>
        {outcomes ? (
          <Outcomes nameOf={new Map(picked.map((row) => [row.id, nameOf(row)]))} outcomes={outcomes} onClose={close} />
        ) : picked.length > 0 ? (
          acts.find(({ label }) => label === act)?.draw({ picked, onDone: setOutcomes, onClose: close })
        ) : (
          whole.find(({ label }) => label === act)?.draw({ onClose: close })
        )}
      </Dialog>
    </>
  );
}

function Outcomes({
  nameOf,
  outcomes,
  onClose,
}: {
  readonly nameOf: ReadonlyMap<string, string>;
  readonly outcomes: readonly Outcome[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('lists');
  const { number } = useFormat();
  const done = outcomes.filter((one) => one.done).length;
  const sentence = useRefusalSentence();
  return (
    <div className="stack">
      <p role="status">{t('many.outcome', { done: number(done), all: number(outcomes.length) })}</p>
      <ul className="stack">
        {outcomes.map((one) => (
          <li key={one.id}>
            <Name>{nameOf.get(one.id)}</Name>{' '}
            {one.done ? <Badge tone="blue">{t('many.done')}</Badge> : <Badge tone="orange">{t('many.refused')}</Badge>}
            {!one.done && <div className="small">{sentence(one)}</div>}
          </li>
        ))}
      </ul>
      <Buttons>
        <Button kind="primary" onPress={onClose}>
          {t('many.close')}
        </Button>
      </Buttons>
    </div>
  );
}
