/** What a route takes and answers. */
interface AnyRoute {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly answer: unknown;
}

/** What a route takes, as far as it takes anything. */
type Given<R extends AnyRoute> = { readonly [K in 'params' | 'query' | 'body' as undefined extends R[K] ? never : K]: R[K] };
type Said<R extends AnyRoute> = Record<never, never> extends Given<R> ? [given?: Given<R>] : [given: Given<R>];

/** A refusal: its code stays the same, its sentence is for a person, in the language that was asked for. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  /** The fields that it is about, as `/due`. */
  readonly fields: readonly string[];
  constructor(status: number, { code = '', detail = '', fields = [] }: { code?: string; detail?: string; fields?: readonly string[] }) {
    super(detail || code || `answered ${status}`);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

/** An instance of Olle, as a program uses it that signs in like a person: with a user name, and what that user may do. */
export class Olle<Routes extends { readonly [R in keyof Routes]: AnyRoute }> {
  readonly #address: string;
  readonly #language: string;
  #cookie = '';
  #csrf = '';

  constructor(address: string, { language = 'en' }: { readonly language?: string } = {}) {
    this.#address = address.replace(/\/$/, '');
    this.#language = language;
  }

  async signIn(userName: string, password: string, code?: string): Promise<void> {
    await this.#send('POST', '/api/session', { userName, password, ...(code ? { code } : {}) });
    this.#csrf = ((await this.#send('GET', '/api/session')) as { csrf: string }).csrf;
  }

  /** Calls a route. Throws a `Problem` where it was refused. A command with the same `commandId` is carried out once, however often it is sent. */
  async call<const R extends keyof Routes & string>(route: R, ...[given]: Said<Routes[R]>): Promise<Routes[R]['answer']> {
    const {
      params = {},
      query = {},
      body,
    } = (given ?? {}) as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
    const [method = '', path = ''] = route.split(' ');
    const narrowed = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]])),
    );
    const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    return (await this.#send(method, narrowed.size > 0 ? `${at}?${narrowed}` : at, body)) as Routes[R]['answer'];
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const file = body instanceof Blob;
    const answer = await fetch(`${this.#address}${path}`, {
      method,
      headers: {
        'accept-language': this.#language,
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
        ...(this.#csrf ? { 'x-csrf-token': this.#csrf } : {}),
        ...(body === undefined ? {} : { 'content-type': file ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body) }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie) this.#cookie = cookie;
    const json = answer.headers.get('content-type')?.includes('json') ?? false;
    // Of an answer in several lines the last is the answer, those before say how far it is.
    const said: unknown = json ? JSON.parse((await answer.text()).trimEnd().split('\n').at(-1) || 'null') : await answer.blob();
    if (!answer.ok) throw new Problem(answer.status, json ? (said as object) : {});
    return said;
  }
}
