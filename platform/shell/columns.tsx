import { Badge, type Column, Name } from '../ui/index.ts';
import { useFormat } from './format.ts';
import { useOffice } from './office.ts';

/** A column of a field that may be empty: nothing is shown then. */
type ColumnOf<K extends string> = Column<{ readonly [Field in K]: string | null }>;

/** Columns that many tables have, by the field that they show. */
export function useColumns() {
  const { nameOf } = useOffice();
  const { date, isOver } = useFormat();
  return {
    /** A colleague. */
    user: <K extends string>(key: K, title: string): ColumnOf<K> => ({
      key,
      title,
      cell: ({ [key]: id }) => id && <Name>{nameOf(id)}</Name>,
    }),
    day: <K extends string>(key: K, title: string): ColumnOf<K> => ({
      key,
      title,
      whole: true,
      cell: ({ [key]: day }) => day && date(day),
    }),
    /** A day until which something is to be done. */
    due: <K extends string>(key: K, title: string): ColumnOf<K> => ({
      key,
      title,
      whole: true,
      cell: ({ [key]: day }) => day && <Badge tone={isOver(day) ? 'orange' : 'plain'}>{date(day)}</Badge>,
    }),
    /** What somebody wrote, in the direction of its own script. */
    text: <K extends string>(key: K, title: string): ColumnOf<K> => ({
      key,
      title,
      cell: ({ [key]: text }) => <span dir="auto">{text}</span>,
    }),
  };
}
