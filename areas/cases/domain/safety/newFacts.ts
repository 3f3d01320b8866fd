import { type Refusal, refuse } from '../../../../platform/decider/index.ts';

interface Since {
  readonly newFacts?: string | undefined;
  readonly newFactsOn?: string | undefined;
}
interface Reviewed {
  readonly on: string;
  readonly review: { readonly on: string; readonly upheld: boolean } | null;
}

/**
 * Why acting without consent is not begun once more: a supervisor disallowed it, or nobody has reviewed the last time. Only what has happened
 * since allows it, so that no review is avoided by beginning again.
 */
export function begunAgain(before: readonly Reviewed[], since: Since): Refusal | undefined {
  const last = before.findLast(({ review }) => review?.upheld !== true);
  if (!last) return undefined;
  const on = last.review?.on ?? last.on;
  if (!(since.newFacts && since.newFactsOn)) {
    const code = last.review ? 'cases.emergency-disallowed' : 'cases.emergency-not-reviewed';
    return refuse(code, { on }, ['/newFacts']);
  }
  return since.newFactsOn < on ? refuse('cases.new-facts-earlier', { on }, ['/newFactsOn']) : undefined;
}
