import type { Services } from '../http/services.ts';

/** How far a piece of long work is, kept where screens can read it, under an id the work was given. */
export interface Progress {
  /** Says how far it is; writes at most twice a second. */
  report(stage: string, done: number, total?: number): Promise<void>;
}

/** Work done after a commit, tried again until it succeeds: it must be safe to run twice. */
export interface JobDefinition {
  /** `area.job`. */
  readonly name: string;
  /** When it runs automatically, for each city, in `cron` syntax, in UTC. */
  readonly cron?: string;
  /** The payload is what the effect carried, and the city. */
  run(
    payload: Readonly<Record<string, unknown>> & { readonly city: number },
    services: Services,
    progress: (id: string) => Progress,
  ): Promise<void>;
  /** Called once the last try has failed, to tell what is waiting for the work. */
  gaveUp?(payload: Readonly<Record<string, unknown>> & { readonly city: number }, services: Services): Promise<void>;
}
