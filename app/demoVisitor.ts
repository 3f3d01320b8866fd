import { v7 as uuidv7 } from 'uuid';

/** Somebody of the demo office who works over HTTP as a browser does: cookie, anti-forgery token, one request after another. */
export class DemoVisitor {
  readonly #address: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly id: string;

  private constructor(address: string, headers: Readonly<Record<string, string>>, id: string) {
    this.#address = address;
    this.#headers = headers;
    this.id = id;
  }

  /** Signs in. Throws where that is refused. */
  static async signIn(address: string, userName: string, password: string): Promise<DemoVisitor> {
    const answer = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName, password }),
    });
    if (!answer.ok) throw new Error(`Signing in failed: ${answer.status}.`);
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
    const session = (await (await fetch(`${address}/api/session`, { headers: { cookie } })).json()) as {
      csrf: string;
      user: { id: string };
    };
    return new DemoVisitor(address, { cookie, 'x-csrf-token': session.csrf }, session.user.id);
  }

  /** Sends a request and returns the answer's body. Throws with the server's own sentence where it is refused. */
  async send<T>(method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const stream = body instanceof ReadableStream;
    const answer = await fetch(`${this.#address}${path}`, {
      method,
      headers: { ...this.#headers, ...(body === undefined || stream ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: stream ? body : JSON.stringify(body) }),
      ...(stream ? { duplex: 'half' } : {}),
    } as RequestInit);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${(JSON.parse(text) as { detail?: string }).detail ?? answer.status}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Gives a command to a record. */
  async command(kind: string, id: string, name: string, input: object): Promise<void> {
    await this.send('POST', `/api/${kind.replace('.', '/')}/${id}/${name}`, { commandId: uuidv7(), input });
  }
}
