import type { ReactNode } from 'react';
import { Link } from '../links.tsx';

/** Whether the child is safe, in one sentence, with its source and what would change it. Red only where the child is in danger now. */
export function SafetyStrip({
  tone,
  says,
  because,
  source,
  change,
}: {
  readonly tone: 'red' | 'orange' | 'blue' | 'plain';
  readonly says: ReactNode;
  readonly because?: ReactNode;
  /** By what, on which day, by whom. */
  readonly source?: ReactNode;
  /** Where the answer can be changed. */
  readonly change?: { readonly to: string; readonly label: string } | undefined;
}) {
  return (
    <div className={`notice notice--${tone} safety`} role={tone === 'red' ? 'status' : 'note'}>
      <p>
        <strong className="safety__says">{says}</strong> {because}
      </p>
      {source && <p className="small">{source}</p>}
      {change && (
        <p className="small">
          <Link to={change.to}>{change.label}</Link>
        </p>
      )}
    </div>
  );
}
