import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RawBuilder } from 'kysely';
import type { Static, TSchema } from 'typebox';
import type { Answer, Contract } from '../contract/index.ts';
import type { Tx } from '../database/pool.ts';
import type { Actor, GrantPolicy, Problems } from '../decider/index.ts';
import type { JobDefinition } from '../jobs/job.ts';
import type { AnyRecord } from '../ledger/registry.ts';
import type { AreaSwitches } from '../ledger/switches.ts';
import type { Consequence, Reaction, View } from '../ledger/view.ts';
import type { Ability } from '../permissions/ability.ts';
import type { PublicRoute } from '../public/serve.ts';
import type { DoNotCall } from './doNotCall.ts';
import type { Holdings } from './holding.ts';
import type { Reading } from './reading.ts';
import type { Services } from './services.ts';
import type { TodayCall, TodayPart, Waiting } from './waiting.ts';

export type { Log, Outside, Services } from './services.ts';

/** Who is signed in. */
export interface Session {
  readonly actor: Actor;
  /** Must come back in the header `x-csrf-token` with whatever changes something. */
  readonly csrf: string;
  readonly id: string;
}

type Given<S> = S extends TSchema ? Static<S> : undefined;

/** What a handler works with: the request, read and permitted. */
export interface Call<P, Q, B> {
  readonly actor: Actor;
  readonly ability: Ability;
  readonly session: Session;
  readonly params: Given<P>;
  readonly query: Given<Q>;
  readonly body: Given<B>;
  /** One transaction a request, of the actor's city, committed before the answer goes out. */
  readonly tx: Tx;
  readonly services: Services;
  /** The permission rules as a condition on the rows of the table named `alias`. */
  where(action: string, kind: string, alias: string): RawBuilder<boolean>;
  /** Writes the access log: which records this answer shows, and why. A route that shows identity must call it. */
  note(kind: string, ids: readonly string[], why: string): Promise<void>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Aborted when whoever asked is gone, or the server is about to stop: what is held back is then answered or given up. */
  readonly ended: AbortSignal;
}

/** How the server answers, which is nobody else's business. */
interface Manner {
  /** True if the caller is recognised by something else in the request: a session in it is ignored and not kept alive. */
  readonly sessionless?: true;
  /** Bytes a JSON body may have; 256 KiB unless said. */
  readonly bodyLimit?: number;
  /** False for work that manages its own transactions (uploads, downloads); `tx` must then not be used. */
  readonly transaction?: false;
}

/** What a handler must return: the answer, or whatever it sends itself where the contract names none. */
type Answered<C extends Contract> = C extends { readonly answer: TSchema; readonly underWay?: never } ? Answer<C> : unknown;

/** What the handler of a contract works with. */
export type CallOf<C extends Contract> = Call<C['params'], C['query'], C['body']>;

/** A contract and what the server does when it is called. */
export const route = <const C extends Contract>(
  contract: C,
  handle: (call: CallOf<C>) => Promise<Answered<C>>,
  manner?: Manner,
): AnyRoute => ({ ...contract, handle, ...manner });

export type AnyRoute = Contract & Manner & { handle(call: never): Promise<unknown> };

/** The server's part of an area, listed in app/areas.ts. */
export interface ServerArea {
  /** The area's one name: folder, routes, menu, permissions, catalogues. */
  readonly name: string;
  readonly records: readonly AnyRecord[];
  readonly policy: GrantPolicy;
  readonly problems: Problems;
  readonly views: readonly View[];
  readonly reactions?: readonly Reaction[];
  readonly consequences?: readonly Consequence[];
  /** Whom nobody may call; one area knows it. */
  readonly doNotCall?: DoNotCall;
  /** What follows in it where somebody was shown a record of another area. */
  readonly readings?: readonly Reading[];
  readonly routes: readonly AnyRoute[];
  /** Pages that anyone may open, without an account. */
  readonly publicPages?: readonly PublicRoute[];
  /** Which areas a city does without. One area has it. */
  readonly switches?: AreaSwitches;
  readonly jobs?: readonly JobDefinition[];
  /** Every record that is about a person or sealed for one; an area that keeps such records must state them, or they are neither shown nor erased. */
  readonly holdings?: Holdings;
  /** What is waiting in it for a user, as far as that may be said outside Olle. */
  readonly waiting?: Waiting;
  /** What it puts into the queue of Today for a user; it looks at their permissions itself. */
  readonly today?: (call: TodayCall) => Promise<TodayPart | undefined>;
}
