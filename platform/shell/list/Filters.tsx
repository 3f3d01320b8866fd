import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPartialDate } from '../../decider/index.ts';
import type { AnyList, NarrowingOf, OrderOf } from '../../lists/list.ts';
import { Button, Buttons, DateField, SelectField, TextField } from '../../ui/index.ts';
import { useFormat } from '../format.ts';
import type { ListState } from './useList.ts';

/** One choice: what it narrows the list to. */
export interface FilterOption<L extends AnyList> {
  readonly label: string;
  readonly narrows: NarrowingOf<L>;
}
/** A filter as the page shows it: choices, of which one holds, or a day. */
export type FilterField<L extends AnyList> =
  | { readonly label: string; readonly any?: string; readonly options: readonly FilterOption<L>[] }
  | { readonly label: string; readonly day: keyof L['filters'] & string };

/** The values of one filter as choices, each with what it is called. */
export const choices = <L extends AnyList, V extends string | number = string>(
  filter: keyof L['filters'] & string,
  values: readonly V[],
  said: (value: V) => string,
): FilterOption<L>[] => values.map((value) => ({ label: said(value), narrows: { [filter]: value } as NarrowingOf<L> }));

const keyOf = (narrows: object) => Object.values(narrows).join('-');

/** By what the list is narrowed, with how many rows each choice would show where that is counted. */
export function Filters<L extends AnyList>({ of, fields }: { readonly of: ListState<L>; readonly fields: readonly FilterField<L>[] }) {
  const { t } = useTranslation('lists');
  const { number } = useFormat();
  const held = of.narrowing as Readonly<Record<string, unknown>>;
  const countOf = (narrows: object) => {
    const [[filter, value] = ['', ''], ...others] = Object.entries(narrows);
    return others.length > 0 ? undefined : of.countOf(filter, value);
  };
  return fields.map((field) => {
    if ('day' in field)
      return (
        <DateField
          key={field.label}
          label={field.label}
          value={String(held[field.day] ?? '')}
          // A day that is not yet typed whole narrows nothing.
          onChange={(day) => of.narrow({ [field.day]: isPartialDate(day) ? day : undefined } as NarrowingOf<L>)}
        />
      );
    const { label, options, any = t('any') } = field;
    const cleared = Object.fromEntries(options.flatMap(({ narrows }) => Object.keys(narrows).map((filter) => [filter, undefined])));
    // Of choices that hold, the one that says the most.
    const chosen = options
      .filter(({ narrows }) => Object.entries(narrows).every(([filter, value]) => held[filter] === value))
      .sort((one, other) => Object.keys(other.narrows).length - Object.keys(one.narrows).length)[0];
    return (
      <SelectField
        key={label}
        label={label}
        value={keyOf(chosen?.narrows ?? {})}
        onChange={(key) => of.narrow({ ...cleared, ...options.find(({ narrows }) => keyOf(narrows) === key)?.narrows } as NarrowingOf<L>)}
        options={[
          ...(any === '' ? [] : [['', any] as const]),
          ...options.map(({ label: says, narrows }) => {
            const n = countOf(narrows);
            return [keyOf(narrows), n === undefined ? says : `${says} (${number(n)})`] as const;
          }),
        ]}
      />
    );
  });
}

/** Filters that are folded away until somebody wants them; they are counted beside only then. */
export function MoreFilters<L extends AnyList>({ of, fields }: { readonly of: ListState<L>; readonly fields: readonly FilterField<L>[] }) {
  const { t } = useTranslation('lists');
  const { number } = useFormat();
  const held = of.narrowing as Readonly<Record<string, unknown>>;
  const filters = new Set(
    fields.flatMap((field) => ('day' in field ? [field.day] : field.options.flatMap(({ narrows }) => Object.keys(narrows)))),
  );
  const chosen = [...filters].filter((filter) => held[filter] !== undefined).length;
  return (
    <details onToggle={(event) => of.setUnfolded(event.currentTarget.open)}>
      <summary>{chosen > 0 ? t('more-chosen', { count: chosen, n: number(chosen) }) : t('more')}</summary>
      <div className="filters">
        <Filters of={of} fields={fields} />
      </div>
    </details>
  );
}

/** What other pages narrow the list to and its own filters do not: said, and taken away with a press. */
export function FromElsewhere<L extends AnyList>({
  of,
  words,
}: {
  readonly of: ListState<L>;
  readonly words: Readonly<Partial<Record<keyof L['filters'] & string, (value: string) => string>>>;
}) {
  const held = of.narrowing as Readonly<Record<string, unknown>>;
  const said = Object.entries(words as Readonly<Record<string, (value: string) => string>>).filter(
    ([filter]) => held[filter] !== undefined,
  );
  return (
    <Buttons>
      {said.map(([filter, say]) => (
        <Button key={filter} kind="quiet" onPress={() => of.narrow({ [filter]: undefined } as NarrowingOf<L>)}>
          × {say(String(held[filter]))}
        </Button>
      ))}
    </Buttons>
  );
}

/** In which order the rows stand; the first is the usual one. */
export function OrderField<L extends AnyList>({
  of,
  orders,
}: {
  readonly of: ListState<L>;
  readonly orders: readonly (readonly [order: OrderOf<L>, label: string])[];
}) {
  const { t } = useTranslation('lists');
  const usual = orders[0]![0];
  return (
    <SelectField
      label={t('order')}
      value={of.order ?? usual}
      onChange={(by) => of.sort(by === usual ? undefined : (by as OrderOf<L>))}
      options={orders}
    />
  );
}

/** A text that is searched for as it is typed: sent in the body, never in the address. */
export function SearchField<L extends AnyList>({ of, label }: { readonly of: ListState<L>; readonly label: string }) {
  return <TextField label={label} type="search" value={of.text} onChange={of.search} grow />;
}

/** The same, once it is typed: sent in the body, never in the address. */
export function Search<L extends AnyList>({
  of,
  label,
  hint,
}: {
  readonly of: ListState<L>;
  readonly label: string;
  readonly hint?: string;
}) {
  const { t } = useTranslation('lists');
  const [typed, setTyped] = useState(of.text);
  // A view brings its own along, and showing all rows ends the search.
  useEffect(() => setTyped(of.text), [of.text]);
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        of.search(typed.trim());
      }}
    >
      <TextField label={label} {...(hint ? { hint } : {})} type="search" value={typed} onChange={setTyped} grow />
      <Button type="submit">{t('search')}</Button>
      {of.text && (
        <Button
          kind="quiet"
          onPress={() => {
            setTyped('');
            of.search('');
          }}
        >
          {t('search-end')}
        </Button>
      )}
    </form>
  );
}
