import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { Static, TSchema } from 'typebox';
import type { Answer, Contract, ContractsOf, Data, Input, Method, Sent } from '../../contract/index.ts';
import { addressOf, addressWithQuery } from './address.ts';
import { type Problem, request, requestFile } from './api.ts';
import { type AnyPage, useAgain, useAsk, useAskLong, useCommand, usePagesOf, useRead } from './reading.ts';

type PathOf<C extends Contract, M extends Method> = Extract<C, { readonly method: M }>['path'];
type At<C extends Contract, M extends Method, Path extends string> = Extract<C, { readonly method: M; readonly path: Path }>;

/** The input, left out where nothing must be said, and what else is given. */
type Said<C extends Contract, Rest extends readonly unknown[]> =
  Record<never, never> extends Input<C> ? [input?: Input<C>, ...rest: Rest] : [input: Input<C>, ...rest: Rest];

interface ReadOptions<T> {
  readonly enabled?: boolean;
  /** After how many milliseconds it is read again. */
  readonly every?: number | ((data: T | undefined) => number | false);
}

type UnderWay<C> = C extends { readonly underWay: infer U extends TSchema } ? Data<U> : never;

/** A kind of record, as far as commands are given to it. */
interface Commanded {
  readonly kind: string;
  readonly commands: Readonly<Record<string, { readonly input: TSchema }>>;
}
/** The records among the exports of a module. */
type RecordsOf<Module> = Extract<Module[keyof Module], Commanded>;
type InputOf<C extends { readonly input: TSchema }> = C extends { readonly input: infer I extends TSchema } ? I : never;
/** A command: its name determines the type of its input. */
type Given<R extends Commanded> = GivenOf<R['commands']>;
/** That a record has commands of any name, which it also says, tells nothing of their input. */
type Named<Commands> = { readonly [Name in keyof Commands as string extends Name ? never : Name]: Commands[Name] };
type GivenOf<Commands extends Commanded['commands']> = {
  readonly [Name in keyof Named<Commands> & string]: {
    readonly id: string;
    readonly name: Name;
    readonly input: Sent<Static<InputOf<Commands[Name]>>>;
    readonly expectedVersion?: number | undefined;
  };
}[keyof Named<Commands> & string];

interface AreaApi<C extends Contract, R extends Commanded> {
  /** Reads what is at a path. */
  useRead<const Path extends PathOf<C, 'GET'>>(
    path: Path,
    ...said: Said<At<C, 'GET', Path>, [options?: ReadOptions<Answer<At<C, 'GET', Path>>>]>
  ): UseQueryResult<Answer<At<C, 'GET', Path>>, Problem>;
  /** Reads with a question in the body: what is asked for may be a name, and names are never in an address. */
  useAsk<const Path extends PathOf<C, 'POST'>>(
    path: Path,
    ...said: Said<At<C, 'POST', Path>, [options?: { readonly enabled?: boolean }]>
  ): UseQueryResult<Answer<At<C, 'POST', Path>>, Problem>;
  /** Asks what takes long to find out, once: `underWay` is what was said last before the answer. Leaving the page ends the work on the server. */
  useAskLong<const Path extends PathOf<C, 'POST'>>(
    path: Path,
    input: Input<At<C, 'POST', Path>>,
  ): UseQueryResult<Answer<At<C, 'POST', Path>>, Problem> & { readonly underWay: UnderWay<At<C, 'POST', Path>> | undefined };
  /** A list that grows page by page; `after` is what the answer before gave as `next`. */
  usePages<const Path extends PathOf<C, 'POST'>>(
    path: Path,
    ...said: Said<At<C, 'POST', Path>, []>
  ): ReturnType<typeof usePagesOf<Extract<Answer<At<C, 'POST', Path>>, AnyPage>>>;
  /** What was read at a path is read again: something that was just read changed it. */
  useAgain<const Path extends PathOf<C, 'GET'>>(path: Path, ...said: Said<At<C, 'GET', Path>, []>): () => void;
  /** Gives commands to records of a kind. */
  useCommand<const Kind extends R['kind']>(
    kind: Kind,
    done?: (given: Given<Extract<R, { readonly kind: Kind }>>) => void,
  ): UseMutationResult<{ readonly id: string; readonly version: number }, Problem, Given<Extract<R, { readonly kind: Kind }>>>;
  /** Calls a route. Throws a `Problem`. */
  call<const M extends Method, const Path extends PathOf<C, M>>(
    method: M,
    path: Path,
    ...said: Said<At<C, M, Path>, []>
  ): Promise<Answer<At<C, M, Path>>>;
  /** Sends a file as it is. Throws a `Problem`. */
  upload<const Path extends PathOf<C, 'POST'>>(
    path: Path,
    input: Input<At<C, 'POST', Path>>,
    file: Blob,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer<At<C, 'POST', Path>>>;
  /** Asks for a file and hands it to the browser to keep. Throws a `Problem`. */
  callFile<const Path extends PathOf<C, 'POST'>>(path: Path, ...said: Said<At<C, 'POST', Path>, []>): Promise<void>;
}

const untyped = {
  useRead: (path: string, input?: object, options?: ReadOptions<unknown>) => useRead(addressWithQuery(path, input), options),
  useAsk(path: string, input?: object, options?: { readonly enabled?: boolean }) {
    const { address, rest } = addressOf(path, input);
    return useAsk(address, rest, options);
  },
  useAskLong(path: string, input: object) {
    const { address, rest } = addressOf(path, input);
    return useAskLong(address, rest);
  },
  usePages(path: string, input?: object) {
    const { address, rest } = addressOf(path, input);
    return usePagesOf(address, rest);
  },
  useAgain: (path: string, input?: object) => useAgain(addressWithQuery(path, input)),
  useCommand,
  call(method: Method, path: string, input?: object) {
    if (method !== 'POST') return request(method, addressWithQuery(path, input));
    const { address, rest } = addressOf(path, input);
    return request(method, address, rest);
  },
  upload: (path: string, input: object, file: Blob, headers: Record<string, string>) =>
    request('POST', addressWithQuery(path, input), file, { 'content-type': 'application/octet-stream', ...headers }),
  callFile(path: string, input?: object) {
    const { address, rest } = addressOf(path, input);
    return requestFile(address, rest);
  },
};

/**
 * What the pages of an area read, ask and change, typed by the contracts of its routes and by the commands of its records. Both are given as
 * types alone: no schema reaches the browser.
 */
export const areaApi = <Contracts, Records = never>() => untyped as unknown as AreaApi<ContractsOf<Contracts>, RecordsOf<Records>>;
