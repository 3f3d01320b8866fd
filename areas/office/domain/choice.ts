/** What somebody may want to be told of. */
export const noticeKinds = ['overdue', 'due-today', 'transfer', 'approval', 'flag', 'emergency-access', 'news'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export const channels = ['mail', 'push'] as const;
export type Channel = (typeof channels)[number];
export const whens = ['at-once', 'daily', 'never'] as const;
export type When = (typeof whens)[number];

/** Days come by themselves: they are told at the hour that somebody chose, and not at midnight. */
const ofDays: readonly NoticeKind[] = ['overdue', 'due-today'];

/** How somebody wants to be told on one channel. */
export interface Choice {
  readonly when: When;
  /** From which hour of the city's day on. */
  readonly hour: number;
  readonly kinds: readonly string[];
  /** The last day on which that hour was seen to have come. */
  readonly lastDay: string | null;
}

/** Something that waits for somebody; the key stays the same while it is the same to tell. */
export interface Waits {
  readonly kind: NoticeKind;
  readonly key: string;
}

/** Whether the hour has come on this day, and was not seen to have come before. */
export const isHour = ({ hour, lastDay }: Choice, now: { readonly today: string; readonly hour: number }): boolean =>
  now.hour >= hour && lastDay !== now.today;

/**
 * What is told now on a channel: nothing where nothing is to be told; once a day all that waits, where that was chosen; else what was not
 * told before, of which what a day brings waits for its hour.
 */
export function toTell(
  choice: Choice,
  waiting: readonly Waits[],
  told: ReadonlySet<string>,
  now: { readonly today: string; readonly hour: number },
): readonly Waits[] {
  const { when, kinds } = choice;
  if (when === 'never') return [];
  const hourCame = isHour(choice, now);
  const wanted = waiting.filter(({ kind }) => kinds.includes(kind));
  if (when === 'daily') return hourCame ? wanted : [];
  return wanted.filter(({ kind, key }) => !told.has(key) && (hourCame || !ofDays.includes(kind)));
}

/** How many of each kind, in the order of the kinds. */
export const countsOf = (waiting: readonly Waits[]): readonly (readonly [NoticeKind, number])[] =>
  noticeKinds.flatMap((kind) => {
    const n = waiting.filter((one) => one.kind === kind).length;
    return n > 0 ? [[kind, n] as const] : [];
  });
