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
/** What every request carries; set by the session and the language in use. */
export function configureRequests(given: { csrf?: string; language?: string; offline?: string }): void {
  csrf = given.csrf ?? csrf;
  language = given.language ?? language;
  offlineSentence = given.offline ?? offlineSentence;
}

const lost = new Set<() => void>();
/** Calls `listener` when the server says that nobody is signed in any more. Returns what ends that. */
export function onSessionLost(listener: () => void): () => void {
  lost.add(listener);
  return () => lost.delete(listener);
}

/** Sends a request and returns the answer's body. Throws a `Problem`; `offline` where the server was not reached. */
export async function request<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
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
    });
  } catch {
    throw new Problem(0, 'offline', offlineSentence);
  }
  if (answer.status === 204) return undefined as T;
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text) as T;
  const document = parsed(text);
  const problem = new Problem(
    answer.status,
    document.code ?? 'http.failed',
    document.detail ?? document.title ?? '',
    (document.fields ?? []).map((field) => field.replace(/^\/input(?=\/)/, '')),
  );
  // Asking who is signed in is no loss: nobody may have been.
  if (problem.code === 'http.not-signed-in' && path !== '/api/session') for (const listener of lost) listener();
  throw problem;
}

function parsed(text: string): { code?: string; detail?: string; title?: string; fields?: string[] } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}
