import type { ComponentProps } from 'react';
import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Outcome } from '../../contract/outcomes.ts';
import { request } from '../data/api.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import type { ManyProps } from './ManyActs.tsx';

type Props<R> = ManyProps<R> & {
  readonly path: string;
  /** The command's input for one of them, from the answers; the answers themselves unless said. */
  readonly inputFor?: (row: R, answers: Record<string, unknown>) => object;
  readonly submit: string;
} & Pick<ComponentProps<typeof CommandForm>, 'kind' | 'name' | 'fields'>;

/** The form of a command that is given to many rows at once. The ids of the commands stay the same however often it is sent. */
export function ManyForm<R extends { readonly id: string }>({ path, picked, onDone, onClose, inputFor, ...form }: Props<R>) {
  const [ids] = useState(() => new Map(picked.map(({ id }) => [id, uuidv7()])));
  const outcomes = useRef<readonly Outcome[]>([]);
  return (
    <CommandForm
      {...form}
      draft="many"
      send={async (answers) => {
        const rows = picked.map((row) => ({
          id: row.id,
          commandId: ids.get(row.id),
          input: inputFor?.(row, answers as Record<string, unknown>) ?? answers,
        }));
        const answer = await request<{ rows: readonly Outcome[] }>('POST', `${path}/many`, { command: form.name, rows });
        outcomes.current = answer.rows;
      }}
      onDone={() => onDone(outcomes.current)}
      onClose={onClose}
    />
  );
}
