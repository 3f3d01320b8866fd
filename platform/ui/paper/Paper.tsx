import type { ReactNode } from 'react';
import './paper.css';

/** How a paper will look when it is printed: white in the dark too. */
export function Paper({
  head,
  title,
  facts,
  children,
}: {
  /** Who issues it. */
  readonly head?: ReactNode;
  readonly title: ReactNode;
  readonly facts: readonly (readonly [word: string, value: ReactNode])[];
  readonly children?: ReactNode;
}) {
  return (
    <article className="sheet">
      {head && <p className="sheet__head">{head}</p>}
      <h2>{title}</h2>
      <dl>
        {facts.map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </article>
  );
}
