import { createCipheriv, randomBytes, scrypt } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Recipient } from 'age-encryption';

/**
 * Whom a file that leaves the house is for: whoever knows the passphrase, or whoever has the secret of one of the public keys
 * (`age1…`). The format is age's (age-encryption.org/v1), which programs for every system open.
 */
export type Lock = { readonly passphrase: string } | { readonly recipients: readonly string[] };

/** log2 of scrypt's N, as age's own programs set it: 256 MB and about a second for each guess. */
const workFactor = 18;

/** One derivation at a time: each takes 256 MB. */
let last: Promise<unknown> = Promise.resolve();

/** age's own recipient for a passphrase, but derived in a thread of Node's: in the library the server would stand still meanwhile. */
async function passphraseRecipient(passphrase: string): Promise<Recipient> {
  const { Stanza } = await import('age-encryption');
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16);
      const derive = () =>
        new Promise<Buffer>((resolve, reject) =>
          scrypt(
            passphrase,
            Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]),
            32,
            { N: 2 ** workFactor, r: 8, p: 1, maxmem: 300 * 1024 ** 2 },
            (error, key) => (error ? reject(error) : resolve(key)),
          ),
        );
      const derived = last.then(derive);
      last = derived.catch(() => undefined);
      const cipher = createCipheriv('chacha20-poly1305', await derived, Buffer.alloc(12), { authTagLength: 16 });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(['scrypt', salt.toString('base64').replace(/=+$/, ''), String(workFactor)], body)];
    },
  };
}

/** Whether a text is a public key of age, its checksum right. */
export async function isRecipient(text: string): Promise<boolean> {
  const { Encrypter } = await import('age-encryption');
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Encrypts a stream as it flows. Throws where a public key is none, or nobody is named. */
export async function locked(content: Readable, lock: Lock): Promise<Readable> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if ('passphrase' in lock) encrypter.addRecipient(await passphraseRecipient(lock.passphrase.normalize('NFC')));
  else {
    if (lock.recipients.length === 0) throw new Error('A file must be locked to somebody.');
    for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
  }
  const encrypted = await encrypter.encrypt(Readable.toWeb(content) as unknown as globalThis.ReadableStream<Uint8Array>);
  return Readable.fromWeb(encrypted as unknown as ReadableStream<Uint8Array>);
}
