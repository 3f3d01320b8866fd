import { type Actor, type Command, isRefusal, refuse } from '../../../platform/decider/index.ts';
import type { CaseState } from './state/case.ts';

/** What tells of a danger to the child: it is taken also when the case was closed, or given to somebody else, meanwhile. */
export const tellsDanger: readonly string[] = ['draft-answers', 'answer-questionnaire', 'amend-answers', 'record-whereabouts'];

interface Told {
  readonly type: string;
  readonly alarm?: boolean | undefined;
  readonly alarms?: readonly string[];
  readonly on?: string;
}
const raisesAlarm = ({ alarm, alarms = [] }: Told): boolean => alarm === true || alarms.length > 0;
/** Whether it is what somebody saw before the case was closed. */
const isFromBefore = ({ type, on }: Told, { closedOn }: CaseState): boolean =>
  type === 'questionnaire-answered' && on !== undefined && on <= (closedOn ?? '');

/**
 * A command that is taken late as well: in a closed case what was seen before it was closed, and from any case worker and at any time what raises
 * an alarm. All else is refused as before. `holds`: whether somebody has the grants of the case.
 */
export const takenLate = <Event extends { readonly type: string }>(
  command: Command<CaseState, Event>,
  holds: (state: CaseState, actor: Actor, grants: Command<CaseState, Event>['by']) => boolean,
): Command<CaseState, Event> => ({
  ...command,
  in: ['open', 'closed'],
  // What was answered is corrected by whoever has the case alone.
  by: [command.by, ...(command.by === 'team' ? ['case-worker'] : [])].flat(),
  offered: (state, actor) => state.status === 'open' && holds(state, actor, command.by),
  decide(given, input, context, found) {
    const state = given!;
    const theirs = holds(state, context.actor, command.by);
    const decided = command.decide(state, input, context, found);
    if (isRefusal(decided)) return theirs || decided.refused.startsWith('forms.') ? decided : refuse('ledger.not-found');
    if (decided.some(raisesAlarm) || (theirs && state.status === 'open') || decided.length === 0) return decided;
    if (!theirs) return refuse('ledger.not-found');
    return decided.every((event) => isFromBefore(event, state)) ? decided : refuse('cases.closed');
  },
});
