import { type Command, commandsOf, type EventOf, type Refusal, refuse } from '../../../platform/decider/index.ts';
import type { Child } from './child.ts';
import type { Justice, justiceEvents } from './state.ts';

/** A record that proceedings are a part of. */
export interface HasJustice {
  readonly status: 'open' | 'closed';
  readonly justice: Justice;
}

export type ChildOf = (state: HasJustice) => Child;
export type Commands = Readonly<Record<string, Command<HasJustice, EventOf<typeof justiceEvents>>>>;

/** States a command of an open record. */
export const command = commandsOf<HasJustice>()(['open'], {
  accusation: ({ justice }) => justice.accusations,
  courtDate: ({ justice }) => justice.courtDates,
  step: ({ justice }) => justice.steps,
});

/** The refusal of a day on which the child was not born. */
export const beforeBirth = ({ born }: Child, on: string): Refusal | undefined =>
  born !== null && on < born.first ? refuse('justice.before-birth', {}, ['/on']) : undefined;
