import type { Static, TObject } from 'typebox';

type Schemas = Readonly<Record<string, TObject>>;

/**
 * One subject of a record that many subjects meet in: its slice of the state, what happens to it, what may be done. The area that the subject
 * belongs to states it, and knows of the record no more than its slice; the record is made of its parts.
 */
export interface Part<State, Name extends keyof State & string, Events extends Schemas, Commands> {
  readonly slice: Name;
  readonly initial: State[Name];
  readonly events: Events;
  readonly evolve: {
    readonly [K in keyof Events & string]: (
      slice: State[Name],
      event: { readonly type: K } & Static<Events[K]>,
      state: State,
    ) => State[Name];
  };
  readonly commands: Commands;
}
