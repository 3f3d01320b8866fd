import caseInputs from 'virtual:record/cases.case';
import type { FunctionComponent } from 'react';
import { Await, type RecordActs, useActs } from '../../../../platform/shell/index.ts';
import type { CaseHead } from '../../contract/index.ts';
import { CaseFrame, type CasePage } from './CaseFrame.tsx';

/** What a part of a case's page is given: the case, what the page has read of it, and what may be done. */
export interface CasePart<T> {
  readonly head: CaseHead;
  readonly of: T;
  readonly acts: RecordActs;
}

/** A page of a case: what `useFound` reads of it, shown under its head, with one dialog for all that may be done. */
export function casePage<T>(
  page: CasePage,
  useFound: (id: string) => Parameters<typeof Await<T>>[0]['of'],
  Shown: FunctionComponent<CasePart<T>>,
): FunctionComponent {
  function Found({ head }: { readonly head: CaseHead }) {
    const found = useFound(head.id);
    const acts = useActs(head, caseInputs);
    return (
      <>
        <Await of={found}>{(of) => <Shown head={head} of={of} acts={acts} />}</Await>
        {acts.dialog}
      </>
    );
  }
  return () => <CaseFrame page={page}>{(head) => <Found key={head.id} head={head} />}</CaseFrame>;
}
