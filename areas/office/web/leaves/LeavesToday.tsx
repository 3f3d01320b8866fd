import { useFormat, useParts } from '../../../../platform/shell/index.ts';
import { useRead } from '../api.ts';
import type { WaitingLeavesProps } from './WaitingLeaves.tsx';
import { waitsOf } from './waitsOf.ts';

/** What is to be done about leaves today; nothing where nobody's cases wait. */
export default function LeavesToday() {
  const { today } = useFormat();
  const { data } = useRead('/api/office/leaves');
  // With the acts come the forms: fetched with their words where somebody's cases wait to be handed over or given back.
  const [table] = useParts<WaitingLeavesProps>('office.leaves');
  const waiting = (data?.rows ?? []).filter((one) => waitsOf(one, today));
  return waiting.length > 0 && table?.draw({ waiting });
}
