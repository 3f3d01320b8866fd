import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Short facts, each with its word; those without a value are left out. `one`: below one another. `pair`: word and value side by side. */
export function Facts({
  facts,
  layout,
}: {
  readonly facts: readonly (readonly [word: string, value: ReactNode])[];
  readonly layout?: 'one' | 'pair';
}) {
  return (
    <dl className={`facts${layout ? ` facts--${layout}` : ''}`}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export function Figures({ children }: { readonly children: ReactNode }) {
  return <div className="figures">{children}</div>;
}

/** One number and what it counts; leads to the list behind it. */
export function Figure({
  n,
  label,
  to,
  tone,
}: {
  readonly n: string;
  readonly label: string;
  readonly to?: string;
  readonly tone?: 'orange';
}) {
  const inside = (
    <>
      <strong>{n}</strong>
      <span className="small soft">{label}</span>
    </>
  );
  const className = `figure${tone ? ` figure--${tone}` : ''}`;
  return to ? (
    <Link className={className} to={to}>
      {inside}
    </Link>
  ) : (
    <div className={className}>{inside}</div>
  );
}
