import { type Refusal, refuse } from '../../../../platform/decider/index.ts';

interface Since {
  readonly newFacts?: string | undefined;
  readonly newFactsOn?: string | undefined;
}

/** Why what a supervisor disallowed is not done again: only what has happened since allows it. */
export function disallowedAgain(review: { readonly on: string } | null | undefined, since: Since): Refusal | undefined {
  if (!review) return undefined;
  const { on } = review;
  if (!(since.newFacts && since.newFactsOn)) return refuse('cases.emergency-disallowed', { on }, ['/newFacts']);
  return since.newFactsOn < on ? refuse('cases.new-facts-earlier', { on }, ['/newFactsOn']) : undefined;
}
