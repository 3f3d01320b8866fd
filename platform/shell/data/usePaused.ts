import { useEffect, useState } from 'react';

const pauseMs = 400;

/** A text after a pause in typing: until then it is not a question yet, and each search for a person is logged. */
export function usePaused(typed: string, first = typed): string {
  const [paused, setPaused] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}
