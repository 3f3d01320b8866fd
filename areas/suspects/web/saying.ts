import type { AskedField, FormField } from '../../../platform/shell/index.ts';
import { type Saying, sayings } from '../domain/index.ts';

type Say = (key: string) => string;

/** What is told of who somebody is, each line for itself. */
export type Told = Readonly<Partial<Record<Saying, readonly string[]>>>;

/** The same as commands take it. */
export const saidIn = (told: Told) => sayings.flatMap((what) => (told[what] ?? []).map((text) => ({ what, text })));

/** Asks for what is told of one kind. */
export const askFor = (t: Say, what: Saying): FormField & { readonly kind: 'lines' } => ({
  kind: 'lines',
  name: what,
  label: t(`suspect.${what}`),
  hint: t(`said-hint.${what}`),
});

/** What else is asked of who somebody is, of what they did, and of what is known of it. */
export const aboutFields = (t: Say): readonly AskedField[] => [
  { name: 'sex', label: t('suspect.sex'), said: (one) => t(`sex.${one}`) },
  { name: 'born', label: t('suspect.born') },
];
export const rolesField = (t: Say): AskedField => ({
  name: 'roles',
  label: t('suspects.roles'),
  said: (role) => t(`suspect-role.${role}`),
  required: true,
});
export const knownField = (t: Say): AskedField => ({ name: 'known', label: t('suspect.known'), hint: t('suspects.known-hint') });
