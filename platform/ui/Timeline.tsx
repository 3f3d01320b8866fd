import type { ReactNode } from 'react';

export interface TimelineEntry {
  readonly key: string;
  readonly what: ReactNode;
  /** When and by whom. */
  readonly when: ReactNode;
  readonly text?: string | undefined;
}

/** What happened, the latest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ key, what, when, text }) => (
        <li key={key}>
          <strong>{what}</strong>
          {text && (
            <p className="prose" dir="auto">
              {text}
            </p>
          )}
          <span className="small soft">{when}</span>
        </li>
      ))}
    </ol>
  );
}
