import type { FunctionComponent } from 'react';
import { Await, type RecordActs } from '../../../../platform/shell/index.ts';
import type { CaseHead } from '../../contract/index.ts';
import { CaseFrame, type CasePage } from './CaseFrame.tsx';

/** What a part of a case's page is given: the case, what the page has read of it, and what may be done. */
export interface CasePart<T> {
  readonly head: CaseHead;
  readonly of: T;
  readonly acts: RecordActs;
}

/** A page of a case: what `useFound` reads of it, shown under its head. */
export function casePage<T>(
  page: CasePage,
  useFound: (id: string) => Parameters<typeof Await<T>>[0]['of'],
  Shown: FunctionComponent<CasePart<T>>,
): FunctionComponent {
  const Found = ({ head, acts }: Omit<CasePart<T>, 'of'>) => (
    <Await of={useFound(head.id)}>{(of) => <Shown head={head} of={of} acts={acts} />}</Await>
  );
  return () => <CaseFrame page={page}>{(head, acts) => <Found head={head} acts={acts} />}</CaseFrame>;
}
