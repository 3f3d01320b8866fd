import { field, fields, hasRole, refuse, without } from '../../../../platform/decider/index.ts';
import { command, definePart, type Task } from '../part.ts';
import { protectsFirst } from '../safety/closing.ts';
import { foundDangers, urgentDangers } from '../safety/danger.ts';
import { stayNow } from '../safety/whereabouts.ts';
import { dangerEvents as events } from '../state/dangers.ts';

/** What endangers the child and must be acted on the same day; open until a later fact or what somebody did answers it. */
export const dangers = definePart(events)({
  slice: 'dangers',
  page: 'protection',
  initial: [],
  evolve: {
    'danger-answered': (slice, { type: _, ...answered }) => [...slice, answered],
  },
  commands: {
    'answer-danger': command({
      summary: 'Record what was done about a danger that answers to a questionnaire raised: it is open until then',
      in: ['open', 'closed'],
      by: 'team',
      input: fields({ ...without(events['danger-answered'], 'done', 'what', 'by').properties, what: field.prose }),
      offered: (state, actor) => state.status === 'open' || hasRole(actor, 'supervisor'),
      decide(state, given, { actor }) {
        // In a closed case it is a supervisor who decides whether it is opened again, or what else is done.
        if (state.status === 'closed' && !hasRole(actor, 'supervisor')) return refuse('cases.closed');
        if (state.dangers.some(({ danger, alarm }) => danger === given.danger && alarm === given.alarm)) return [];
        const found = foundDangers(state).find(({ id, kind }) => id === given.danger && kind === given.alarm);
        if (!found) return refuse('ledger.no-such-entry', {}, ['/danger']);
        if (given.on < found.on) return refuse('cases.answered-before-found', { on: found.on }, ['/on']);
        return [{ type: 'danger-answered', ...given, done: 'acted', by: actor.id }];
      },
    }),
  },
  // One of each questionnaire, whatever it found, and one of where the child is; due on the day on which it was recorded.
  waitsWhenClosed: true,
  tasks(state) {
    const kind = stayNow(state)?.kind;
    const lost = kind === 'away' || kind === 'unknown';
    const open = urgentDangers(state);
    return open
      .filter((danger) => open.find(({ id }) => id === danger.id) === danger)
      .flatMap(({ id, kind: what, source, recordedOn: due }): Task[] => {
        const task = { id, due, about: `cases:danger.${what}` };
        // Told after the case was closed, it waits for whoever may open it again.
        if (state.status === 'closed') return [{ ...task, kind: 'danger-when-closed', who: null, role: 'supervisor' }];
        const kind = source === 'whereabouts' && lost ? 'find-child' : 'act-now';
        return [
          kind === 'act-now' ? { ...task, kind, who: null } : { id, due, kind, who: null },
          { ...task, kind: 'danger-review', who: null, role: 'supervisor' },
        ];
      });
  },
  hinders: (state, reason) => (protectsFirst(reason) && foundDangers(state).length > 0 ? [refuse('cases.danger-unanswered')] : []),
});
