import { Problem } from '../../../../platform/shell/index.ts';

/** Why a device could not be taken in. */
type Why = 'cannot' | 'forbidden' | 'failed';

const hexOf = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
/** By what the server knows a device: the SHA-256 of the place where its messages go. */
const idOf = async (endpoint: string) => hexOf(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));

const manager = async (): Promise<PushManager | undefined> =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
    ? (await navigator.serviceWorker.getRegistration())?.pushManager
    : undefined;

/** The id of this device where its browser has a place for messages. */
export async function thisDeviceId(): Promise<string | undefined> {
  const subscription = await (await manager())?.getSubscription();
  return subscription ? await idOf(subscription.endpoint) : undefined;
}

/** Asks the browser, and by it the person, for a place for messages. Throws a `Problem` with what `says` has for the reason. */
export async function subscribe(
  key: string,
  says: (why: Why) => string,
): Promise<{ endpoint: string; keys: { p256dh: string; auth: string } }> {
  const refused = (why: Why) => new Problem(0, `office.device-${why}`, says(why));
  const push = await manager();
  if (!push) throw refused('cannot');
  if ((await Notification.requestPermission()) !== 'granted') throw refused('forbidden');
  try {
    const kept = await push.getSubscription();
    // One made for another key, before the server was moved, is told nothing.
    const known = kept?.options.applicationServerKey;
    if (known && keyText(known) !== key) await kept.unsubscribe();
    const made = await push.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint, keys } = made.toJSON();
    return { endpoint: endpoint!, keys: { p256dh: keys!['p256dh']!, auth: keys!['auth']! } };
  } catch {
    throw refused('failed');
  }
}

const keyText = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** Lets go of this device's place for messages. */
export async function unsubscribe(): Promise<void> {
  await (await (await manager())?.getSubscription())?.unsubscribe();
}
