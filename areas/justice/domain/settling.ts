import { refuse, without } from '../../../platform/decider/index.ts';
import { type ChildOf, type Commands, command } from './command.ts';
import { justiceEvents as events } from './state.ts';
import { timersOf } from './timers.ts';

/** What became of a limit that the law sets. */
export const settling = (childOf: ChildOf) =>
  ({
    'settle-timer': command({
      summary: 'Say that what a law asks within a time is done, or does not apply to this child and why, or that it runs again',
      by: 'worker',
      input: without(events['timer-settled'], 'by'),
      decide(state, given, { today, actor }) {
        const timer = timersOf({ ...childOf(state), country: given.timer.slice(0, 2) }, today).find(({ key }) => key === given.timer);
        if (!timer) return refuse('justice.no-such-timer', {}, ['/timer']);
        if (given.on < timer.since.on) return refuse('justice.timer-not-begun', {}, ['/on']);
        if (given.how !== 'done' && !given.because) return refuse('justice.say-why-not-applicable', {}, ['/because']);
        if (timer.state === 'ended') return refuse('justice.timer-ended', {}, ['/timer']);
        const known = state.justice.timers[given.timer];
        const same = known?.how === given.how && known.on === given.on && known.because === given.because;
        return same ? [] : [{ type: 'timer-settled', ...given, by: actor.id }];
      },
    }),
  }) satisfies Commands;
