import { useParams } from '@tanstack/react-router';

/** A part of the page's address, by its name in the path. Throws where the path has none. */
export function useParam(name: string): string {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name];
  if (value === undefined) throw new Error(`This page has no "${name}" in its address.`);
  return value;
}
