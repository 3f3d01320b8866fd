// What was typed and not sent. In memory it is there at once; on the device it lies sealed under a key that the server gives each session
// of the same user and that no device keeps: after a reload or the end of a session the same user finds it after signing in again, and nobody else.
import { onSignOut } from '../data/signingOut.ts';
import type { FormValues } from './field.ts';

export interface Draft {
  /** The fields that were changed, and what they began with. */
  readonly values: FormValues;
  readonly base: FormValues;
  /** The new id of what the form makes, so that a form sent twice makes it once. */
  readonly made: string;
  /** When it was last changed, in milliseconds. */
  readonly at: number;
}

const keptDays = 3;
const pauseMs = 300;
const prefix = 'olle-draft.';

const drafts = new Map<string, Draft>();
const pauses = new Map<string, ReturnType<typeof setTimeout>>();
let device: { readonly key: CryptoKey; readonly owner: string } | undefined;
let opened: { readonly secret: string; readonly done: Promise<void>; ready: boolean } | undefined;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const textOf = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const digest = async (text: string) =>
  textOf(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))).slice(0, 22);
const remembers = (name: string) => localStorage.getItem(name);

/**
 * Opens what the user kept on this device. What this key does not open is removed: after an erasure every user has another key, and a draft
 * may name who was erased. Where the browser cannot seal (a page without HTTPS), drafts stay in memory only.
 */
export function openDrafts(secret: string, user: string): Promise<void> {
  if (opened?.secret === secret) return opened.done;
  drafts.clear();
  device = undefined;
  const now = { secret, ready: false, done: Promise.resolve() };
  const take = async () => {
    if (!globalThis.crypto?.subtle) return;
    const key = await crypto.subtle.importKey('raw', bytesOf(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);
    const owner = `${prefix}${await digest(`owner ${user}`)}.`;
    const oldest = Date.now() - keptDays * 86_400_000;
    for (const name of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
      const { at = 0, nonce, sealed } = JSON.parse(remembers(name) ?? '{}') as { at?: number; nonce?: string; sealed?: string };
      if (at < oldest) localStorage.removeItem(name);
      else if (name.startsWith(owner)) {
        const binding = new TextEncoder().encode(name);
        try {
          const text = await crypto.subtle.decrypt(
            { name: 'AES-GCM', iv: bytesOf(nonce!), additionalData: binding },
            key,
            bytesOf(sealed!),
          );
          const { of, ...draft } = JSON.parse(new TextDecoder().decode(text)) as Draft & { of: string };
          if (!drafts.has(of)) drafts.set(of, draft);
        } catch {
          localStorage.removeItem(name);
        }
      }
    }
    device = { key, owner };
  };
  opened = now;
  now.done = take()
    // A draft is a kindness: where the device keeps nothing, the form still works.
    .catch(() => undefined)
    .then(() => {
      now.ready = true;
    });
  return now.done;
}

/** Whether what lies on the device under this key has been opened. */
export const draftsReady = (secret: string): boolean => opened?.secret === secret && opened.ready;

/** Forgets what was opened; what lies on the device stays sealed. */
function closeDrafts(): void {
  drafts.clear();
  device = undefined;
  opened = undefined;
}

onSignOut(closeDrafts);

export const draftOf = (of: string): Draft | undefined => drafts.get(of);

export function keepDraft(of: string, draft: Draft): void {
  drafts.set(of, draft);
  clearTimeout(pauses.get(of));
  pauses.set(
    of,
    setTimeout(() => void seal(of), pauseMs),
  );
}

async function seal(of: string): Promise<void> {
  const draft = drafts.get(of);
  if (!device || !draft) return;
  const name = device.owner + (await digest(of));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify({ of, ...draft }));
  const binding = new TextEncoder().encode(name);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: binding }, device.key, text);
  // Sent or thrown away meanwhile.
  if (drafts.get(of) !== draft) return;
  try {
    localStorage.setItem(name, JSON.stringify({ at: draft.at, nonce: textOf(nonce), sealed: textOf(new Uint8Array(sealed)) }));
  } catch {
    // The device is full: the draft stays in memory.
  }
}

export function dropDraft(of: string): void {
  drafts.delete(of);
  clearTimeout(pauses.get(of));
  const owner = device?.owner;
  if (owner) void digest(of).then((name) => localStorage.removeItem(owner + name));
}
