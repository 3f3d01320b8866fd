import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton, Page, RecordHead } from '../../ui/index.ts';
import { Await } from '../data/Await.tsx';
import type { Problem } from '../data/api.ts';
import type { RecordInputs } from '../form/field.ts';
import { type Act, type Acted, type ActWords, useActs } from '../form/useActs.tsx';
import { PrintRecord } from './PrintRecord.tsx';

type Record_ = Acted & { readonly id: string; readonly next: readonly string[] };

/** The head of a record's page. */
interface Head {
  readonly title: ReactNode;
  /** In the window's title; never a person's name. */
  readonly windowTitle: string;
  readonly back?: { readonly to: string; readonly label: string } | undefined;
  readonly number?: ReactNode;
  readonly marks?: ReactNode;
  /** Whether a child is safe (`SafetyStrip`), how far the record has come (`StageBar`), its pages (`Tabs`). */
  readonly safety?: ReactNode;
  readonly stage?: ReactNode;
  readonly tabs?: ReactNode;
  /** What is done to the whole record: the first that is possible now is the next act, the others are rarer. */
  readonly acts?: readonly Act[];
  /** The next act, where it is not one of these: what waits in the record. */
  readonly next?: (acts: RecordActs) => ReactNode;
  /** What else is offered for the whole record, beside its acts. */
  readonly actions?: ReactNode;
  /** Whether it can be printed: its area's server has the route (`printRecord`). */
  readonly prints?: true;
  /** The page that asks a command's questions. */
  readonly edit?: { readonly command: string; readonly to: string };
}

export type RecordActs = ReturnType<typeof useActs>;

/** The page of a record: its head, and below what it holds. Buttons are there for what the answer's `next` offers. */
export function RecordPage<T extends Record_>({
  of,
  ...page
}: {
  readonly of: Pick<UseQueryResult<T, Problem>, 'data' | 'error' | 'refetch'>;
  readonly record: RecordInputs;
  readonly head: (found: T) => Head;
  readonly words?: ActWords;
  readonly children: (found: T, acts: RecordActs) => ReactNode;
}) {
  return <Await of={of}>{(found) => <Found {...page} found={found} />}</Await>;
}

function Found<T extends Record_>({
  found,
  record,
  head,
  words,
  children,
}: {
  readonly found: T;
  readonly record: RecordInputs;
  readonly head: (found: T) => Head;
  readonly words?: ActWords;
  readonly children: (found: T, acts: RecordActs) => ReactNode;
}) {
  const area = record.kind.split('.')[0]!;
  const { t } = useTranslation(area);
  const acts = useActs(found, record, words);
  const { title, windowTitle, acts: offered = [], actions, edit, prints, next, safety, stage, tabs, ...more } = head(found);
  const [first, ...rarer] = offered.filter(({ name }) => acts.can(name));
  return (
    <Page
      title={title}
      windowTitle={windowTitle}
      head={
        <RecordHead
          {...more}
          title={title}
          act={next ? next(acts) : first && acts.button(first, { primary: true })}
          actions={
            <>
              {edit && acts.can(edit.command) && <LinkButton to={edit.to}>{t(`act.${edit.command}`)}</LinkButton>}
              {rarer.map((act) => acts.button(act))}
              {actions}
              {prints && <PrintRecord kind={record.kind} id={found.id} />}
            </>
          }
        >
          {safety}
          {stage}
          {tabs}
        </RecordHead>
      }
    >
      {children(found, acts)}
      {acts.dialog}
    </Page>
  );
}
