import { holds, type Policy } from '../../../platform/decider/index.ts';

/** Registrars and supervisors import; case workers read what a register says of a child; monitoring officers see counts only. */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'registrar', 'supervisor')
    ? [{ action: ['start', 'read', 'upload', 'cancel', 'read-set-aside'], subject: 'registers.import' }]
    : []),
  ...(holds(actor, 'registrar', 'supervisor') ? [{ action: ['save', 'rename', 'remove', 'read'], subject: 'registers.profile' }] : []),
  ...(holds(actor, 'monitoring-officer') ? [{ action: 'read', subject: 'registers.import' }] : []),
  ...(holds(actor, 'registrar', 'supervisor', 'case-worker') ? [{ action: 'read', subject: 'registers.entry' }] : []),
];
