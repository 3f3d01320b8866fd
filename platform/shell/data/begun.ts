// What a page will read is asked for before the app that shows it has arrived: each answer is used once, when the page first asks.
const underWay = new Map<string, Promise<void>>();
const arrived = new Map<string, unknown>();

/** Asks for what is at a path. A refusal or failure is not kept: whoever reads then asks anew, and is told. */
export function begin(path: string, language: string): void {
  const take = async () => {
    const answer = await fetch(path, { headers: { 'accept-language': language } });
    if (answer.ok) arrived.set(path, await answer.json());
    // Left unread it would hold its connection.
    else await answer.body?.cancel();
  };
  underWay.set(
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

/** The same, but waits for what is under way. */
export async function takeBegun<T>(path: string): Promise<T | undefined> {
  await underWay.get(path);
  underWay.delete(path);
  return takeArrived<T>(path);
}

/** What was asked for before something was changed may have become untrue. */
export function forgetBegun(): void {
  underWay.clear();
  arrived.clear();
}
