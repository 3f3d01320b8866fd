import type { ReactNode } from 'react';
import './connected.css';

export interface LineageNode {
  readonly key: string;
  readonly title: ReactNode;
  readonly about?: ReactNode;
  /** How it turned out: a badge or a light. */
  readonly mark?: ReactNode;
  readonly from?: readonly LineageNode[];
}

/** What was made from what: each adaptation below the one it came from. */
export function Lineage({ nodes }: { readonly nodes: readonly LineageNode[] }) {
  return (
    <ul className="lineage">
      {nodes.map(({ key, title, about, mark, from = [] }) => (
        <li key={key}>
          <div className="lineage__card">
            <div className="section__head">
              <strong>{title}</strong>
              {mark}
            </div>
            {about && <p className="small soft">{about}</p>}
          </div>
          {from.length > 0 && <Lineage nodes={from} />}
        </li>
      ))}
    </ul>
  );
}
