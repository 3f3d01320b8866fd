import type { ReactNode } from 'react';
import { Badge, type Column, Name } from '../ui/index.ts';
import { useFormat } from './format.ts';
import { useOffice } from './office.ts';

/** A column of a field that may be empty: nothing is shown then. */
type ColumnOf<K extends string> = Column<{ readonly [Field in K]: string | null }>;

const columnOf =
  (shown: (held: string) => ReactNode, whole = false) =>
  <K extends string>(key: K, title: string): ColumnOf<K> => ({ key, title, whole, cell: ({ [key]: held }) => held && shown(held) });

/** Columns that many tables have, by the field that they show. */
export function useColumns() {
  const { nameOf } = useOffice();
  const { date, isOver } = useFormat();
  return {
    /** A colleague. */
    user: columnOf((id) => <Name>{nameOf(id)}</Name>),
    day: columnOf(date, true),
    /** A day until which something is to be done. */
    due: columnOf((day) => <Badge tone={isOver(day) ? 'orange' : 'plain'}>{date(day)}</Badge>, true),
    /** What somebody wrote, in the direction of its own script. */
    text: columnOf((text) => <span dir="auto">{text}</span>),
  };
}
