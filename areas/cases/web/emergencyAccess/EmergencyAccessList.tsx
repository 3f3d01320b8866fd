import { useParts } from '../../../../platform/shell/index.ts';
import { useRead } from '../api.ts';
import type { EmergencyAccessRows } from './EmergencyAccessTable.tsx';

/**
 * Emergency access: the worker is told, supervisors and data-protection officers see which wait to be looked at. Seldom is there any: the
 * table comes with its words when it is first shown.
 */
export function EmergencyAccessList() {
  const { data } = useRead('/api/cases/emergency-access');
  const [table] = useParts<{ rows: EmergencyAccessRows }>('cases.emergency-access');
  return data && data.rows.length > 0 ? table?.draw({ rows: data.rows }) : null;
}
