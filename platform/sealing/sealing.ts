import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** The length of a subject's key. */
export const keyBytes = 32;

/**
 * Seals what may not be read at rest: AES-256-GCM under a key of the child's own, wrapped by the city's key (NIST SP 800-38D).
 *
 * The nonce is synthetic: HMAC-SHA-256 over associated data and text, cut to 96 bits. The same text at the same place gives the
 * same bytes, so that a rebuild can be compared byte for byte; two texts share a nonce only if the HMAC collides. What this gives
 * away is whether one row's content is the same as before, which a version number tells anyway.
 */
export class Sealing {
  readonly #cityKeys = new Map<number, { wrap: KeyObject; index: KeyObject; name: KeyObject; device: KeyObject }>();
  readonly #master: Buffer;

  /** @param master 32 random bytes, kept outside the database. Throws on any other length. */
  constructor(master: Buffer) {
    if (master.length !== 32) throw new Error(`The master key must be 32 bytes, got ${master.length}.`);
    this.#master = master;
  }

  #city(city: number) {
    let keys = this.#cityKeys.get(city);
    if (!keys) {
      const derive = (purpose: string) =>
        createSecretKey(Buffer.from(hkdfSync('sha256', this.#master, '', `olle/1/city/${city}/${purpose}`, 32)));
      keys = { wrap: derive('wrap'), index: derive('index'), name: derive('name'), device: derive('device') };
      this.#cityKeys.set(city, keys);
    }
    return keys;
  }

  /** A subject's key of `keyBytes` random bytes, wrapped for keeping. `binding` ties the wrapped key to its row. */
  wrap(city: number, key: Buffer, binding: string): Buffer {
    return seal(this.#city(city).wrap, key, `key|${binding}`);
  }

  /** Throws where the wrapped key was altered, moved to another row, or wrapped by another city. */
  unwrap(city: number, wrapped: Buffer, binding: string): Buffer {
    return open(this.#city(city).wrap, wrapped, `key|${binding}`);
  }

  /** A blind index entry: a keyed hash of a search key, 63 bits so that it fits a positive bigint. Not reversible without the city's key. */
  blind(city: number, purpose: string, text: string): bigint {
    return createHmac('sha256', this.#city(city).index).update(`${purpose}\0${text}`).digest().readBigUInt64BE() >> 1n;
  }

  /** A keyed fingerprint of a text, 16 bytes: equal for equal texts, unguessable without the city's key. */
  fingerprint(city: number, purpose: string, text: string): Buffer {
    return createHmac('sha256', this.#city(city).index).update(`${purpose}\0${text}`).digest().subarray(0, 16);
  }

  /**
   * The key under which a user's devices keep what was typed and not sent, in base64. Each of their sessions is told it, and no device keeps
   * it: what lies on a device is opened by who signs in as that user. It is another one after each erasure in the city: a draft may name who was
   * erased, and nobody can tell which does.
   */
  deviceKey(city: number, user: string, lastErasure: string | null): string {
    return createHmac('sha256', this.#city(city).device)
      .update(lastErasure === null ? user : `${user}\0${lastErasure}`)
      .digest('base64');
  }

  /** An id that always comes out the same for the same text in a city (UUID version 8), so that a second import finds the first one's records. */
  idFor(city: number, purpose: string, text: string): string {
    const bytes = Buffer.from(createHmac('sha256', this.#city(city).name).update(`${purpose}\0${text}`).digest().subarray(0, 16));
    bytes[6] = (bytes[6]! & 0x0f) | 0x80;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }
}

/** Node takes a raw key apart anew for each use, which costs more than the sealing itself. */
const secretOf = (key: Buffer | KeyObject): KeyObject => (Buffer.isBuffer(key) ? createSecretKey(key) : key);

/** Seals bytes or text under a key: nonce (12) ‖ tag (16) ‖ ciphertext. `binding` must be given again to open it. */
export function seal(key: Buffer | KeyObject, content: Buffer | string, binding: string): Buffer {
  const plain = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const secret = secretOf(key);
  const nonce = createHmac('sha256', secret).update(binding).update('\0').update(plain).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce);
  cipher.setAAD(Buffer.from(binding, 'utf8'));
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made. Throws where key, binding or a single bit differs. */
export function open(key: Buffer | KeyObject, sealed: Buffer, binding: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key), sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(binding, 'utf8'));
  decipher.setAuthTag(sealed.subarray(12, 28));
  const body = decipher.update(sealed.subarray(28));
  decipher.final();
  return body;
}

/** Seals a JSON value. */
export const sealJson = (key: Buffer, value: unknown, binding: string): Buffer => seal(key, JSON.stringify(value), binding);
/** Opens a JSON value. */
export const openJson = (key: Buffer, sealed: Buffer, binding: string): unknown => JSON.parse(open(key, sealed, binding).toString('utf8'));
