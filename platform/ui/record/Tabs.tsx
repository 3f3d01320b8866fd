import { Link } from '@tanstack/react-router';

interface Tab {
  readonly key: string;
  readonly to: string;
  readonly label: string;
  /** What waits there, in words. */
  readonly waits?: string | undefined;
}

/** On a phone the row is wider than the screen: the one that is open is scrolled into sight. */
const showCurrent = (row: HTMLElement | null): void => {
  const current = row?.querySelector<HTMLElement>('[aria-current=page]');
  // The first one is in sight, and measuring makes the browser lay out the page before it is whole.
  if (row && current && current !== row.firstElementChild)
    row.scrollLeft += current.getBoundingClientRect().left - row.getBoundingClientRect().left - row.clientWidth / 3;
};

/** The pages of one record, each with its own address. */
export function Tabs({ label, tabs, current }: { readonly label: string; readonly tabs: readonly Tab[]; readonly current: string }) {
  return (
    <nav className="tabs" aria-label={label} ref={showCurrent}>
      {tabs.map(({ key, to, label, waits }) => (
        <Link
          key={key}
          to={to}
          className="tabs__tab"
          activeOptions={{ exact: true }}
          {...(key === current ? { 'aria-current': 'page' as const } : {})}
        >
          {label}
          {waits && (
            <span className="tabs__waits" title={waits}>
              <span className="hidden-visually">{waits}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
