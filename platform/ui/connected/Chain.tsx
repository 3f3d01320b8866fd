import type { ReactNode } from 'react';
import './connected.css';

export interface ChainLink {
  readonly key: string;
  /** What kind of link it is: "Law", "Duty", "Evidence". */
  readonly kind: string;
  readonly title: ReactNode;
  readonly about?: ReactNode;
  /** What stands beside it: its state, a link to walk on. */
  readonly aside?: ReactNode;
  /** Filled: it holds. Orange: it asks for attention. `aside` says so in words. */
  readonly tone?: 'blue' | 'orange' | undefined;
}

/** One thing that rests on the other, from the first to the last. */
export function Chain({ links }: { readonly links: readonly ChainLink[] }) {
  return (
    <ol className="chain">
      {links.map(({ key, kind, title, about, aside, tone }) => (
        <li key={key} className={tone ? `chain__${tone}` : undefined}>
          <span className="chain__kind">{kind}</span>
          <div>
            <strong>{title}</strong>
            {about && <p className="small soft">{about}</p>}
          </div>
          {aside && <div className="chain__aside">{aside}</div>}
        </li>
      ))}
    </ol>
  );
}
