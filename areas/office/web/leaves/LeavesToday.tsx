import { lazy, Suspense } from 'react';
import { useFormat } from '../../../../platform/shell/index.ts';
import { useRead } from '../api.ts';
import { waitsOf } from './waitsOf.ts';

// With the acts come the forms: fetched where somebody's cases wait to be handed over or given back.
const WaitingLeaves = lazy(() => import('./WaitingLeaves.tsx'));

/** What is to be done about leaves today; nothing where nobody's cases wait. */
export default function LeavesToday() {
  const { today } = useFormat();
  const { data } = useRead('/api/office/leaves');
  const waiting = (data?.rows ?? []).filter((one) => waitsOf(one, today));
  return (
    waiting.length > 0 && (
      <Suspense>
        <WaitingLeaves waiting={waiting} />
      </Suspense>
    )
  );
}
