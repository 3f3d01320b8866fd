import type { ReactNode } from 'react';

export interface TimelineEntry {
  readonly key: string;
  readonly what: ReactNode;
  /** When and by whom. */
  readonly when: ReactNode;
  readonly text?: string | undefined;
  /** Of weight for the course of the record. Its words say why. */
  readonly tone?: 'red' | 'orange' | 'blue' | undefined;
  /** What belongs to the text and is none of it. */
  readonly aside?: ReactNode;
}

/** What happened, the latest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ key, what, when, text, tone, aside }) => (
        <li key={key} className={tone ? `timeline__${tone}` : undefined}>
          <strong>{what}</strong>
          {text && (
            <p className="prose" dir="auto">
              {text}
            </p>
          )}
          {aside && <p className="small">{aside}</p>}
          <span className="small soft">{when}</span>
        </li>
      ))}
    </ol>
  );
}
