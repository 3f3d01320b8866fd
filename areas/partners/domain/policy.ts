import { holds, type Policy } from '../../../platform/decider/index.ts';

const keep = ['add', 'describe', 'list-contacts', 'make-agreement', 'end-agreement', 'count-places', 'close', 'reopen'];

/** Supervisors and administrators keep the directory; who works with children reads it; a partner's user reads his own organisation. */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'supervisor', 'administrator') ? [{ action: ['read', ...keep], subject: 'partners.organisation' }] : []),
  ...(holds(actor, 'case-worker', 'registrar') ? [{ action: 'read', subject: 'partners.organisation' }] : []),
  ...(holds(actor, 'partner') && actor.organisation
    ? [{ action: ['read', 'work-in'], subject: 'partners.organisation', conditions: { id: actor.organisation } }]
    : []),
];
