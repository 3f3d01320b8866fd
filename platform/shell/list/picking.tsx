import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../ui/index.ts';

/** Rows that may be chosen, or changed, at once: `mostChosen` of platform/lists, which stays on the server. */
export const mostChosen = 100;

const boxes = (box: Element) => [...(box.closest('tbody')?.querySelectorAll<HTMLInputElement>('.pick input') ?? [])];

/**
 * Rows that are chosen for one act, at most a hundred unless said. The space bar chooses, the arrow keys go from box to box, with Shift they take along
 * all between; so does a press with Shift.
 */
export function usePicking<C extends { readonly id: string }>(
  rows: readonly C[],
  picked: ReadonlyMap<string, C>,
  onPick: (picked: ReadonlyMap<string, C>) => void,
  /** What a row is called. */
  nameOf: (row: C) => string,
  most = mostChosen,
) {
  type Picked = ReadonlyMap<string, C>;
  const { t } = useTranslation('lists');
  // Where a stretch began, and what was chosen then.
  const began = useRef<{ readonly at: number; readonly picked: Picked }>({ at: 0, picked });
  const start = (at: number, chosen: Picked) => {
    began.current = { at, picked: chosen };
    onPick(chosen);
  };
  const add = (to: Picked, more: readonly C[]): Picked => {
    const next = new Map(to);
    for (const one of more) if (next.size < most) next.set(one.id, one);
    return next;
  };
  const stretch = (to: number) => {
    const { at, picked: before } = began.current;
    onPick(add(before, at <= to ? rows.slice(at, to + 1) : rows.slice(to, at + 1).reverse()));
  };
  const toggle = (at: number, one: C, on: boolean) => {
    const next = new Map(picked);
    if (on && next.size < most) next.set(one.id, one);
    else next.delete(one.id);
    start(at, next);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const all = boxes(event.currentTarget);
    const from = all.indexOf(event.currentTarget);
    const to = Math.min(Math.max(from + (event.key === 'ArrowDown' ? 1 : -1), 0), all.length - 1);
    all[to]?.focus();
    if (event.shiftKey) stretch(to);
    else began.current = { at: to, picked };
  };
  const column: Column<C> = {
    key: 'pick',
    title: t('many.pick'),
    choice: true,
    cell: (one) => (
      <label className="pick">
        <input
          type="checkbox"
          aria-label={`${t('many.pick')}: ${nameOf(one)}`}
          checked={picked.has(one.id)}
          disabled={!picked.has(one.id) && picked.size >= most}
          onKeyDown={onKey}
          onChange={(event) => {
            const at = boxes(event.currentTarget).indexOf(event.currentTarget);
            // A box is changed by a press, whose event says what was held.
            if ((event.nativeEvent as MouseEvent).shiftKey) stretch(at);
            else toggle(at, one, event.currentTarget.checked);
          }}
        />
      </label>
    ),
  };
  return { column, pick: (more: readonly C[]) => start(0, add(new Map(), more)), none: () => start(0, new Map()) };
}
