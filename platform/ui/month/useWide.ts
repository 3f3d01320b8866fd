import { useSyncExternalStore } from 'react';

/** As frame.css: narrower, the navigation stands at the foot of a phone. */
const wide = '(min-width: 60.01rem)';

const follow = (changed: () => void) => {
  const query = matchMedia(wide);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Whether there is room for what a phone shows in another form: a month as a grid, and not as a list. */
export const useWide = (): boolean => useSyncExternalStore(follow, () => matchMedia(wide).matches);
