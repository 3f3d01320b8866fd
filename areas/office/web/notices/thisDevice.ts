/** Why a device could not be taken in: a key of the catalogue under `device`. */
export class DeviceRefused extends Error {
  readonly words: 'cannot' | 'forbidden' | 'failed';

  constructor(words: 'cannot' | 'forbidden' | 'failed') {
    super(words);
    this.words = words;
  }
}

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

/** Asks the browser, and by it the person, for a place for messages. Throws `DeviceRefused`. */
export async function subscribe(key: string): Promise<{ endpoint: string; keys: { p256dh: string; auth: string } }> {
  const push = await manager();
  if (!push) throw new DeviceRefused('cannot');
  if ((await Notification.requestPermission()) !== 'granted') throw new DeviceRefused('forbidden');
  try {
    const kept = await push.getSubscription();
    // One made for another key, before the server was moved, is told nothing.
    const known = kept?.options.applicationServerKey;
    if (known && keyText(known) !== key) await kept.unsubscribe();
    const made = await push.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint, keys } = made.toJSON();
    return { endpoint: endpoint!, keys: { p256dh: keys!['p256dh']!, auth: keys!['auth']! } };
  } catch {
    throw new DeviceRefused('failed');
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
