import type { FormField } from '../../../platform/shell/index.ts';
import { type Saying, sayings } from '../domain/index.ts';

/** What is told of who somebody is, each line for itself. */
export type Told = Readonly<Partial<Record<Saying, readonly string[]>>>;

/** The same as commands take it. */
export const saidIn = (told: Told) => sayings.flatMap((what) => (told[what] ?? []).map((text) => ({ what, text })));

/** Asks for what is told of one kind. */
export const askFor = (t: (key: string) => string, what: Saying): FormField & { readonly kind: 'lines' } => ({
  kind: 'lines',
  name: what,
  label: t(`said.${what}`),
  hint: t(`said-hint.${what}`),
});
