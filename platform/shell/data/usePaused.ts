import { useEffect, useState } from 'react';

const pauseMs = 400;

/** A text once it stands still: who goes on typing has not asked yet, and each search for a person is recorded. */
export function usePaused(typed: string, first = typed): string {
  const [paused, setPaused] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}
