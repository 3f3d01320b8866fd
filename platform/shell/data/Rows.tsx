import type { ReactNode } from 'react';
import { Skeleton } from '../../ui/index.ts';
import { Await } from './Await.tsx';
import { More } from './More.tsx';
import type { usePagesOf } from './reading.ts';

/** A list that grows: the wait for it, what to say where it is empty, its rows, and the way on. */
export function Rows<R>({
  of,
  empty,
  children,
}: {
  readonly of: Omit<ReturnType<typeof usePagesOf>, 'rows'> & { readonly rows: readonly R[] | undefined };
  readonly empty: ReactNode;
  readonly children: (rows: readonly R[]) => ReactNode;
}) {
  if (of.rows === undefined) return <Await of={of}>{() => <Skeleton />}</Await>;
  // What was asked before is shown until the answer is there.
  return (
    <div className="stack" aria-busy={of.isPlaceholderData}>
      {of.rows.length === 0 ? (
        empty
      ) : (
        <>
          {children(of.rows)}
          <More query={of} />
        </>
      )}
    </div>
  );
}
