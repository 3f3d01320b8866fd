import type { ReactNode } from 'react';
import './household.css';

interface Child {
  readonly key: string;
  /** A link with the child's name. */
  readonly name: ReactNode;
  readonly about?: ReactNode;
  /** Why the child is here, in sentences; the heavy ones first. */
  readonly reasons: readonly { readonly key: string; readonly says: ReactNode; readonly heavy?: boolean }[];
}

/** A household with those of its children who are on a list: one visit sees them all. */
export function Household({
  title,
  about,
  assigned,
  children,
  acts,
}: {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  /** Who has taken it on, or that nobody has. */
  readonly assigned?: ReactNode;
  readonly children: readonly Child[];
  readonly acts?: ReactNode;
}) {
  return (
    <article className="house">
      <div className="house__head">
        <div>
          <h3>{title}</h3>
          {about && <p className="small soft">{about}</p>}
        </div>
        {assigned && <div className="small">{assigned}</div>}
      </div>
      {children.map(({ key, name, about: words, reasons }) => (
        <div key={key} className="house__child">
          <div>
            <strong>{name}</strong>
            {words && <p className="small soft">{words}</p>}
          </div>
          <ul className="house__reasons">
            {reasons.map(({ key: reason, says, heavy }) => (
              <li key={reason} className={heavy ? 'house__reason--heavy' : undefined}>
                {says}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {acts && <div className="buttons">{acts}</div>}
    </article>
  );
}
