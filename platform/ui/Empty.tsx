import type { ReactNode } from 'react';

/** A list with nothing in it: what that means, and what to do. */
export function Empty({ title, children, action }: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      <svg
        width="64"
        height="40"
        viewBox="0 0 64 40"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M4 36c10-2 12-10 22-12s12 4 18 0S54 8 60 4" />
        <path d="M48 4h12v10" />
      </svg>
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
