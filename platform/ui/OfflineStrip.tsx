import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** There is no network, and work goes on: calm, for it is no alarm. */
export function OfflineStrip({
  says,
  children,
  see,
}: {
  readonly says: string;
  readonly children?: ReactNode;
  readonly see?: { readonly to: string; readonly label: string };
}) {
  return (
    <div className="offline" role="status">
      <Icon name="offline" />
      <span>
        <strong>{says}</strong> {children}
      </span>
      {see && <Link to={see.to}>{see.label}</Link>}
    </div>
  );
}
