// What a page will read is requested before the app that shows it has loaded. Each answer is used once, when the page first asks for it.
const pending = new Map<string, Promise<void>>();
const arrived = new Map<string, unknown>();

/** Requests what is at a path. A refusal or failure is not kept: the page then requests the path again and gets the problem. */
export function prefetch(path: string, language: string): void {
  const take = async () => {
    const answer = await fetch(path, { headers: { 'accept-language': language } });
    if (answer.ok) arrived.set(path, await answer.json());
    // Left unread it would keep its connection.
    else await answer.body?.cancel();
  };
  pending.set(
    path,
    take().catch(() => undefined),
  );
}

/** What has arrived from a path; undefined where nothing has, or where it was taken before. */
export function takeArrived<T>(path: string): T | undefined {
  const answer = arrived.get(path);
  arrived.delete(path);
  return answer as T | undefined;
}

/** What was prefetched from a path, once it has arrived. */
export async function takePrefetched<T>(path: string): Promise<T | undefined> {
  await pending.get(path);
  pending.delete(path);
  return takeArrived<T>(path);
}

/** What was requested before something changed may no longer be true. */
export function dropPrefetched(): void {
  pending.clear();
  arrived.clear();
}
