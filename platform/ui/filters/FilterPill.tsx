import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import './filters.css';

/** A row of filter pills. */
export function FilterPills({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="pills">
      <legend className="hidden-visually">{label}</legend>
      {children}
    </fieldset>
  );
}

interface PillProps {
  /** What it narrows to, with its count: "Ward 4 · 14". */
  readonly children: ReactNode;
  readonly on?: boolean;
}

/** Narrows a list by one press. With `to` it is a link with the filter in its address; with `onPress` a switch, or what opens the choices. */
export function FilterPill({
  children,
  on = false,
  ...way
}: PillProps & ({ readonly to: string } | { readonly onPress: () => void; readonly opens?: boolean })) {
  if ('to' in way)
    return (
      <Link className="pill" to={way.to} {...(on ? { 'aria-current': 'true' as const } : {})} activeOptions={{ exact: true }}>
        {children}
      </Link>
    );
  return (
    <AriaButton
      className={`pill${on ? ' pill--on' : ''}`}
      onPress={way.onPress}
      {...(way.opens ? { 'aria-haspopup': 'dialog' as const } : { 'aria-pressed': on })}
    >
      {children}
    </AriaButton>
  );
}
