import { v7 as uuidv7 } from 'uuid';
import type { Persona } from '../../../app/testing.ts';
import type { CloseReason } from '../domain/choices.ts';

/** Closes a case for a reason, which another supervisor than `by` approves first. */
export async function closeCase(by: Persona, supervisor: Persona, file: string, reason: CloseReason) {
  const approval = uuidv7();
  await by.command('cases.case', file, 'ask-approval', { approval, subject: 'closure', reason });
  await supervisor.command('cases.case', file, 'give-approval', { approval, verdict: 'approved' });
  return await by.command('cases.case', file, 'close', { reason, summary: 'Discussed with the family.' });
}
