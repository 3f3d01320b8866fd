import type { ReactNode } from 'react';
import './charts.css';

/** `on-track` and `behind` only where the whole interval is on that side of the target; `cannot-tell` else. */
export type LightState = 'on-track' | 'behind' | 'cannot-tell';

/** Which side of the target a figure is on, as far as its interval allows. For a figure that is better where it is higher. */
export const lightOf = (low: number, high: number, target: number): LightState =>
  low >= target ? 'on-track' : high < target ? 'behind' : 'cannot-tell';

const shapes: Readonly<Record<LightState, ReactNode>> = {
  'on-track': <circle cx="8" cy="8" r="7" fill="var(--blue)" />,
  behind: <path d="M8 1l7 13H1z" fill="var(--orange-line)" />,
  'cannot-tell': <circle cx="8" cy="8" r="6" fill="none" stroke="var(--line-strong)" strokeWidth="3" strokeDasharray="4 3" />,
};

/** A state by its word and its shape. */
export function Light({ state, children }: { readonly state: LightState; readonly children: ReactNode }) {
  return (
    <span className="light">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {shapes[state]}
      </svg>
      {children}
    </span>
  );
}

/** A figure that is not shown: a few children could be known by it, or another cell could be worked out from it. */
export function HiddenCell({ children }: { readonly children: ReactNode }) {
  return <span className="hidden-cell">{children}</span>;
}
