import { holds, type Policy } from '../../../platform/decider/index.ts';

/** An export of cases is asked for with a reason, and taken by who asked for it alone. */
export const policy: Policy = (actor) =>
  holds(actor, 'supervisor', 'data-protection-officer')
    ? [{ action: ['ask', 'read', 'take', 'forget'], subject: 'papers.export', conditions: { by: actor.id } }]
    : [];
