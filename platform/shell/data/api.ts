import { withDays } from './days.ts';
import { dropPrefetched, takePrefetched } from './prefetch.ts';

/** A refusal or failure as the server puts it (RFC 9457): a sentence for the person, and the fields it is about. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly sentence: string;
  readonly fields: readonly string[];

  constructor(status: number, code: string, sentence: string, fields: readonly string[] = []) {
    super(code);
    this.status = status;
    this.code = code;
    this.sentence = sentence;
    this.fields = fields;
  }
}

let csrf = '';
let language = 'en';
let offlineSentence = '';
let unsentSentence = '';
let date = (iso: string) => iso;
/** What every request carries, and how its refusals write days; set by the session and the language in use. */
export function configureRequests(given: {
  csrf?: string;
  language?: string;
  offline?: string;
  unsent?: string;
  date?: (iso: string) => string;
}): void {
  csrf = given.csrf ?? csrf;
  language = given.language ?? language;
  offlineSentence = given.offline ?? offlineSentence;
  unsentSentence = given.unsent ?? unsentSentence;
  date = given.date ?? date;
}

const lost = new Set<() => void>();
/** Calls `listener` when the server says that nobody is signed in any more. Returns what ends that. */
export function onSessionLost(listener: () => void): () => void {
  lost.add(listener);
  return () => lost.delete(listener);
}

/** An act that did not reach the server says so in its own words: not that a page could not be read. */
export const asAct = (problem: unknown): unknown =>
  problem instanceof Problem && problem.code === 'offline' ? new Problem(0, 'offline', unsentSentence) : problem;

type Method = 'GET' | 'POST' | 'DELETE';

async function send(method: Method, path: string, body: unknown, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  const raw = body instanceof Blob;
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      headers: {
        'accept-language': language,
        ...(method === 'GET' ? {} : { 'x-csrf-token': csrf }),
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch {
    throw new Problem(0, 'offline', offlineSentence);
  }
  if (answer.ok) return answer;
  const told = parsed(await answer.text());
  const problem = new Problem(
    answer.status,
    told.code ?? 'http.failed',
    withDays(told.detail ?? told.title ?? '', told.params ?? {}, date),
    (told.fields ?? []).map((field) => field.replace(/^\/input(?=\/)/, '')),
  );
  if (problem.code === 'http.not-signed-in') for (const listener of lost) listener();
  throw problem;
}

/** Sends a request and returns the answer's body. Throws a `Problem`; `offline` where the server was not reached. */
export async function request<T>(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const prefetched = method === 'GET' ? await takePrefetched<T>(path) : dropPrefetched();
  if (prefetched !== undefined) return prefetched;
  const answer = await send(method, path, body, headers);
  return (answer.status === 204 ? undefined : JSON.parse(await answer.text())) as T;
}

/**
 * Sends a question whose answer takes long and comes as lines of JSON: those under way are given to `underWay`, the last is returned. Throws
 * as `request` does, also where a line holds a problem. Aborting it ends the work on the server.
 */
export async function requestLong<T, U>(path: string, question: object, underWay: (line: U) => void, signal: AbortSignal): Promise<T> {
  const answer = await send('POST', path, question, {}, signal);
  let rest = '';
  let last: string | undefined;
  try {
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const lines = (rest + read.value).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (last !== undefined) underWay(JSON.parse(last) as U);
        last = line;
      }
    }
  } catch {
    throw new Problem(0, 'offline', offlineSentence);
  }
  const { code, detail = '', params = {} } = parsed(last ?? '');
  if (code !== undefined) throw new Problem(answer.status, code, withDays(detail, params, date));
  return JSON.parse(last!) as T;
}

/** Asks for a file and hands it to the browser to keep, under the name the server gives it. Throws a `Problem`. */
export async function requestFile(path: string, body: object): Promise<void> {
  const answer = await send('POST', path, body, {});
  const [, name = 'file'] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function parsed(text: string): { code?: string; detail?: string; title?: string; fields?: string[]; params?: Record<string, unknown> } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}
