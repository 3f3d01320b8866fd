import type { CaseEvent } from '../../../areas/cases/domain/case.ts';

/** What happened in a life of a case, as the log has it: the event, when and by whom it was written. */
export interface Told {
  readonly event: CaseEvent;
  /** The day on which it was written, and the instant. */
  readonly day: string;
  readonly at: string;
  readonly by: string;
  readonly roles: readonly string[];
  /** What waits after it and is due; left out where more was written at once. */
  readonly due?: readonly string[];
}

export type EventOfType<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;
