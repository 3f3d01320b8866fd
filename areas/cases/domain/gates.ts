import { type Refusal, refuse } from '../../../platform/decider/index.ts';
import { type ConsentFor, consentFor } from './consentFor.ts';
import { lacksGuardian, treatedAsChild } from './protection.ts';
import type { CaseState } from './state/case.ts';
import type { Purpose } from './state/consents.ts';

/** Whether something may be done for a purpose: consent holds, or what stands instead of it. */
export const holds = ({ status }: ConsentFor): boolean => status === 'valid' || status === 'emergency';

/**
 * Why the child may not be questioned about what happened; undefined where they may. Closed until all that opens it is recorded: the child's
 * situation, a guardian where the child is alone or separated, and consent to the interview, the child's own word among it. A child who said
 * no, or cannot be asked, is not interviewed, whatever the danger. First questions of who they are and whether they are safe need none of
 * this (UNICEF guidelines 2006).
 */
export function mayInterviewOnFacts(state: CaseState, today: string): Refusal | undefined {
  if (treatedAsChild(state, today) && state.safeguards.situation === null) return refuse('cases.situation-first');
  if (lacksGuardian(state, today)) return refuse('cases.guardian-first');
  const consent = consentFor(state, 'interview', today);
  if (consent.status === 'valid') return undefined;
  if (consent.status === 'refused') return refuse('cases.interview-refused');
  return refuse(consent.of === 'child' ? 'cases.interview-child-first' : 'cases.interview-carer-first');
}

const closed = (state: CaseState, purpose: Purpose, today: string, code: `cases.${string}`, at: string): Refusal | undefined =>
  holds(consentFor(state, purpose, today)) ? undefined : refuse(code, {}, [at]);

/** Why a paper may not be added to the file: a photo or a medical record of the child needs consent to that. */
export function mayKeepPaper(state: CaseState, { kind, about }: { readonly kind: string; readonly about: string }, today: string) {
  if (about !== 'child') return undefined;
  if (kind === 'photo') return closed(state, 'photograph', today, 'cases.photograph-consent', '/kind');
  return kind === 'medical' ? closed(state, 'medical', today, 'cases.medical-consent', '/kind') : undefined;
}

const medicalServices = ['health', 'mental-health'];
/** Why the child may not be sent for medical help: consent to it is needed besides that to share. */
export const mayTreat = (state: CaseState, service: string, today: string): Refusal | undefined =>
  medicalServices.includes(service) ? closed(state, 'medical', today, 'cases.medical-consent', '/service') : undefined;
