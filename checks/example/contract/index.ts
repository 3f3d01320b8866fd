import { recordContract } from '../../../platform/contract/index.ts';
import { pageContract } from '../../../platform/lists/contract.ts';
import { Session, sessionList } from '../domain/index.ts';

export const listSessions = pageContract(sessionList);
export const readSession = recordContract({
  kind: 'outreach.session',
  summary: 'A session: where, when and by whom it is held, and how many came',
  shows: 'identity',
  answer: Session.properties,
});
