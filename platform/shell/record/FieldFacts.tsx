import type { ReactNode } from 'react';
import { type Column, Facts } from '../../ui/index.ts';
import { type AskedField, completed, type RecordInputs } from '../form/field.ts';
import { useShown } from '../form/Shown.tsx';

/** The questions of a command as they are shown: how each is called, and what a record holds of it. */
function useShownFields(record: RecordInputs, command: string, fields: readonly AskedField[]) {
  const shown = useShown();
  return fields.map((asked) => {
    const field = completed(asked, record.commands[command]);
    return {
      name: field.name,
      label: field.label,
      of: (held: object) => shown(field, (held as Readonly<Record<string, unknown>>)[field.name]),
    };
  });
}

/** What a record holds of one question, without its word. */
export function FieldShown({
  record,
  command,
  field,
  of,
}: {
  readonly record: RecordInputs;
  readonly command: string;
  readonly field: AskedField;
  readonly of: object;
}) {
  const [shown] = useShownFields(record, command, [field]);
  return shown!.of(of);
}

type Fact = readonly [word: string, value: ReactNode];

/** What a record holds of the questions of a command, under their words. `show` names those that are shown, with other facts among them. */
export function FieldFacts({
  record,
  command,
  fields,
  of,
  show,
}: {
  readonly record: RecordInputs;
  readonly command: string;
  readonly fields: readonly AskedField[];
  readonly of: object;
  readonly show?: readonly (string | Fact)[];
}) {
  const shown = useShownFields(record, command, fields);
  const factOf = (name: string): readonly Fact[] => shown.flatMap((one) => (one.name === name ? [[one.label, one.of(of)] as const] : []));
  const facts = (show ?? shown.map(({ name }) => name)).flatMap((one) => (typeof one === 'string' ? factOf(one) : [one]));
  return <Facts facts={facts} />;
}

/** Columns of a list that hold what the questions of a command ask, by their names. */
export function useFieldColumns<R extends object>(
  record: RecordInputs,
  command: string,
  fields: readonly AskedField[],
): (...names: readonly (keyof R & string)[]) => Column<R>[] {
  const shown = useShownFields(record, command, fields);
  return (...names) =>
    names.map((name): Column<R> => {
      const field = shown.find((one) => one.name === name);
      if (!field) throw new Error(`The command ${command} asks no "${name}".`);
      return { key: name, title: field.label, cell: (row: R): ReactNode => field.of(row) };
    });
}
