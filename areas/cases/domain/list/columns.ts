/** What may stand beside the child's name in the list, in the order in which it is offered. */
export const listColumns = [
  ...(['risk', 'age', 'ward', 'worker', 'due', 'opened', 'days-open', 'seen', 'touched', 'phase', 'tasks', 'overdue'] as const),
  ...(['danger', 'trafficking', 'lives', 'consent', 'bases', 'interests', 'solution', 'leaving', 'source', 'closed'] as const),
] as const;
/** What stands there until somebody chooses; on a phone all but the last. */
export const usualColumns: readonly string[] = ['risk', 'due', 'worker', 'ward', 'age'];
