import { type Static, type TSchema, Type } from 'typebox';
import { type Data, Id } from '../decider/index.ts';

export type { Data } from '../decider/index.ts';

export type Method = 'GET' | 'POST' | 'DELETE';

/** What the server and its callers both know about a route. */
export interface Contract {
  readonly method: Method;
  readonly path: `/${'api' | 'calendar'}/${string}`;
  /** What it is for, in a sentence, for the OpenAPI document. */
  readonly summary: string;
  /** Who may call: an action on a kind of record, anyone signed in, or anyone at all (the handler then has no actor or session). */
  readonly may: readonly [action: string, kind: string] | 'signed-in' | 'anyone';
  /** Set where names, numbers or stories leave: the handler must then call `note` whenever it answers with any. */
  readonly shows?: 'identity';
  /** The parameters of the path; not needed for a path that names only an `{id}`. */
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** What leaves, field by field; fields not named here are dropped. Left out where nothing leaves, or a file. */
  readonly answer?: TSchema;
  /** Where a file leaves: the types of media that it may be of. */
  readonly file?: readonly string[];
  /** Where the answer comes as lines of JSON: what the lines say until the last, which is the answer. */
  readonly underWay?: TSchema;
  /** `stream`: the body is bytes, which are not read beforehand (uploads). */
  readonly input?: 'json' | 'stream';
}

const OfId = Type.Object({ id: Id });
type WithParams<C extends Contract> = C extends { readonly params: TSchema }
  ? C
  : C['path'] extends `${string}{id}${string}`
    ? C & { readonly params: typeof OfId }
    : C;

/** States a contract. */
export const contract = <const C extends Contract>(stated: C): WithParams<C> =>
  (stated.params === undefined && stated.path.includes('{id}') ? { ...stated, params: OfId } : stated) as WithParams<C>;

/** The answer of a contract, as it arrives. */
export type Answer<C extends Contract> = C extends { readonly answer: infer A extends TSchema } ? Data<A> : undefined;

/** A value that is to be sent: what is optional may be undefined, which JSON leaves out. */
export type Sent<T> = T extends object
  ? {
      readonly [K in keyof T]:
        | Sent<T[K]>
        | (T extends readonly unknown[] ? never : Record<never, never> extends Pick<T, K> ? undefined : never);
    }
  : T;

type ValueOf<S> = S extends TSchema ? Sent<Static<S>> : unknown;
type Everything<C extends Contract> = ValueOf<C['params']> & ValueOf<C['query']> & ValueOf<C['body']>;

/** All that a call sends, in one object: the parameters of the path, and the query or the body. */
export type Input<C extends Contract> = unknown extends Everything<C> ? Readonly<Record<string, never>> : Everything<C>;

/** The contracts among the exports of a module. */
export type ContractsOf<Module> = Extract<Module[keyof Module], Contract>;
