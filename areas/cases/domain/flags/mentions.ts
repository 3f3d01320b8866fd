import { Type } from 'typebox';
import { type Consulted, type Context, coded, consult, Id, type Refusal, refuse, shown } from '../../../../platform/decider/index.ts';
import { type UserState, userRecord, WorkerId } from '../../../accounts/domain/index.ts';
import type { CaseState } from '../state/case.ts';

const maxMentions = 20;
/** Colleagues who are told of what is written: they stand beside the text, by id. */
export const Mentions = Type.Optional(Type.Array(WorkerId, { maxItems: maxMentions, uniqueItems: true }));
export const mentionsKept = coded(Type.Optional(Type.Array(Id, { maxItems: maxMentions })), shown.told);

/** Somebody of the office, as far as it decides whether a case is open to him. */
export type Reader = Pick<UserState, 'roles' | 'active'> & { readonly id: string };
export type MayRead = (state: CaseState, reader: Reader, now: string) => boolean;

/** Whom an input mentions; nobody where it has no place for it. */
const mentionedIn = (given: unknown): readonly string[] => (given as { readonly mentions?: readonly string[] })?.mentions ?? [];

export const mentionsConsulted = (input: unknown): readonly Consulted[] => mentionedIn(input).map((id) => ({ kind: userRecord.kind, id }));

/** The refusal where somebody is mentioned who may not read the case: he would be told of what he must not know. */
export function mentionsRefused(state: CaseState, input: unknown, context: Context, mayRead: MayRead): Refusal | undefined {
  const readers = mentionedIn(input).map((id) => ({ id, user: consult<UserState>(context, userRecord.kind, id) }));
  return readers.every(({ id, user }) => user && mayRead(state, { id, ...user }, context.now))
    ? undefined
    : refuse('cases.mentioned-may-not-read', {}, ['/mentions']);
}
