import type { ReactNode } from 'react';
import './connected.css';

interface LoopStep {
  readonly key: string;
  readonly title: string;
  readonly when?: ReactNode;
  readonly state: 'done' | 'late' | 'ahead';
}

/** Asked, opened, answered, done, told back: the steps of something sent out, until its loop is closed. */
export function Loop({ label, steps }: { readonly label: string; readonly steps: readonly LoopStep[] }) {
  return (
    <ol className="loop" aria-label={label}>
      {steps.map(({ key, title, when, state }) => (
        <li key={key} className={`loop__${state}`}>
          <b>{title}</b>
          {when}
        </li>
      ))}
    </ol>
  );
}
