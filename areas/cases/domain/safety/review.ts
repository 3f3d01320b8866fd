import { type Context, type Refusal, refuse } from '../../../../platform/decider/index.ts';
import type { Task } from '../part.ts';

/** Something that a supervisor reviews afterwards, within days: another one than did it. */
interface ToReview {
  readonly id: string;
  readonly by: string;
  readonly reviewDue: string;
  readonly review: object | null;
}

/** Nobody reviews what they did themselves. */
export const byAnother = {
  refusal: 'cases.review-not-own',
  first: (_state: unknown, _input: unknown, { by }: Pick<ToReview, 'by'>) => by,
};

/** Decides a review: what is reviewed stays so. */
export const reviewedOnce =
  <const Type extends string>(type: Type) =>
  <Given extends object>(_: unknown, given: Given, { today, actor }: Context, { review }: Pick<ToReview, 'review'>) =>
    review ? [] : [{ type, ...given, on: today, by: actor.id }];

/** The task of a supervisor to review something; not of the one who did it. */
export const reviewTask =
  (kind: Task['kind']) =>
  ({ id, by, review, reviewDue }: ToReview): readonly Task[] =>
    review ? [] : [{ id, kind, who: null, role: 'supervisor', not: [by], due: reviewDue }];

interface Since {
  readonly newFacts?: string | undefined;
  readonly newFactsOn?: string | undefined;
}
interface Begun {
  readonly on: string;
  readonly review: { readonly on: string; readonly upheld: boolean } | null;
}

/**
 * Why acting without consent is not begun once more: a supervisor disallowed it, or nobody has reviewed the last time. Only what has happened
 * since allows it, so that no review is avoided by beginning again.
 */
export function begunAgain(before: readonly Begun[], since: Since): Refusal | undefined {
  const last = before.findLast(({ review }) => review?.upheld !== true);
  if (!last) return undefined;
  const on = last.review?.on ?? last.on;
  if (!(since.newFacts && since.newFactsOn)) {
    const code = last.review ? 'cases.emergency-disallowed' : 'cases.emergency-not-reviewed';
    return refuse(code, { on }, ['/newFacts']);
  }
  return since.newFactsOn < on ? refuse('cases.new-facts-earlier', { on }, ['/newFactsOn']) : undefined;
}
