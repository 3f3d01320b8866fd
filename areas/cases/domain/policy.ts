import { holds, type Policy } from '../../../platform/decider/index.ts';
import { commandsBy } from './case.ts';

/** What each may do in a case is said beside each command (`by`). */
const reader = ['read', ...commandsBy('reader')];
const team = [...reader, ...commandsBy('team')];
const worker = ['open', 'print', ...team, ...commandsBy('worker')];

/**
 * A case worker works the cases assigned to him and may open one; in a colleague's case in which he has something to do he reads, settles,
 * notes and answers questionnaires. A supervisor works all of the city, and assigns. Concerns are raised by whoever meets children and read
 * by who raised them; case workers take up what is open; whether one is dismissed, a supervisor says. Supervisors and administrators set time
 * limits. In an emergency any case worker opens a case that is not theirs for some hours: the case's worker, supervisors and data-protection officers see that it was, and a supervisor says whether it was right.
 */
export const policy: Policy = (actor, _today, now) => [
  ...(holds(actor, 'case-worker')
    ? [
        { action: worker, subject: 'cases.case', conditions: { worker: actor.id } },
        { action: team, subject: 'cases.case', conditions: { team: { $all: [actor.id] } } },
        // Whoever opened a case in an emergency reads it until that instant, writes down what was done, and raises flags.
        {
          action: reader,
          subject: 'cases.case',
          conditions: { openedTo: { $elemMatch: { who: actor.id, until: { $gt: now } } } },
        },
        { action: commandsBy('case-worker'), subject: 'cases.case' },
        { action: 'read', subject: 'cases.opening', conditions: { worker: actor.id } },
        { action: ['read', 'link', 'accept'], subject: 'cases.concern', conditions: { status: 'open' } },
      ]
    : []),
  ...(holds(actor, 'supervisor')
    ? [
        { action: [...worker, ...commandsBy('supervisor'), 'take-in'], subject: 'cases.case' },
        { action: 'read', subject: 'cases.opening' },
        { action: ['read', 'link', 'accept', 'dismiss', 'reopen'], subject: 'cases.concern' },
      ]
    : []),
  ...(holds(actor, 'data-protection-officer') ? [{ action: 'read', subject: 'cases.opening' }] : []),
  ...(holds(actor, 'supervisor', 'administrator') ? [{ action: ['read', 'set'], subject: 'cases.limits' }] : []),
  // What one keeps of the list of cases is one's own; what a supervisor shares, any supervisor takes back.
  ...(holds(actor, 'case-worker', 'supervisor')
    ? [
        {
          action: ['read', 'keep', 'overwrite', 'rename', 'remove', 'open-with', 'unshare'],
          subject: 'cases.list-views',
          conditions: { by: actor.id },
        },
      ]
    : []),
  ...(holds(actor, 'supervisor')
    ? [
        { action: 'share', subject: 'cases.list-views', conditions: { by: actor.id } },
        { action: 'unshare', subject: 'cases.list-views' },
      ]
    : []),
  ...(holds(actor, 'case-worker', 'supervisor', 'registrar')
    ? [{ action: ['raise', 'read'], subject: 'cases.concern', conditions: { raisedBy: actor.id } }]
    : []),
];
