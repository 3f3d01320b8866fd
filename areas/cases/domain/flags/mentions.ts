import { Type } from 'typebox';
import { type Consulted, type Context, consult, type Refusal, refuse } from '../../../../platform/decider/index.ts';
import { type UserState, userRecord, WorkerId } from '../../../accounts/domain/index.ts';
import type { CaseState } from '../state/case.ts';
import { maxMentions } from './state.ts';

/** Whom a text mentions. */
export const Mentions = Type.Optional(Type.Array(WorkerId, { maxItems: maxMentions, uniqueItems: true }));

/** Somebody of the office, as far as it decides whether a case is open to them. */
export type Reader = Pick<UserState, 'roles' | 'active'> & { readonly id: string };
export type MayRead = (state: CaseState, reader: Reader, now: string) => boolean;

/** Whom an input mentions; nobody where it has no place for it. */
const mentionedIn = (given: unknown): readonly string[] => (given as { readonly mentions?: readonly string[] })?.mentions ?? [];

export const mentionsConsulted = (input: unknown): readonly Consulted[] => mentionedIn(input).map((id) => ({ kind: userRecord.kind, id }));

/** The refusal where somebody is mentioned who may not read the case: they would be told of what they must not know. */
export function mentionsRefused(state: CaseState, input: unknown, context: Context, mayRead: MayRead): Refusal | undefined {
  const readers = mentionedIn(input).map((id) => ({ id, user: consult<UserState>(context, userRecord.kind, id) }));
  return readers.every(({ id, user }) => user && mayRead(state, { id, ...user }, context.now))
    ? undefined
    : refuse('cases.mentioned-may-not-read', {}, ['/mentions']);
}
