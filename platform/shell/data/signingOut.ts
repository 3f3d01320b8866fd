const forgets = new Set<() => void>();

/** Has something that is kept in memory forgotten when the user signs out. Modules that are fetched later say so themselves. */
export const onSignOut = (forget: () => void): void => void forgets.add(forget);

export function forgetAll(): void {
  for (const forget of forgets) forget();
}
