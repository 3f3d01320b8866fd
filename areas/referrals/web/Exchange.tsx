import { useFormat } from '../../../platform/shell/index.ts';
import { Timeline } from '../../../platform/ui/index.ts';
import type { PartnerReferral } from '../contract/index.ts';

type Open = NonNullable<PartnerReferral['open']>;

/** What partner and office asked and answered, and what was done for the child, by day. */
export function Exchange({
  of: { said, delivered },
  says,
  done,
  newestFirst = false,
}: {
  readonly of: Pick<Open, 'said' | 'delivered'>;
  readonly says: (from: 'partner' | 'office') => string;
  readonly done: string;
  readonly newestFirst?: boolean;
}) {
  const { date } = useFormat();
  const all = [
    ...said.map(({ from, on, text }) => ({ on, what: says(from), text })),
    ...delivered.map(({ on, what }) => ({ on, what: done, text: what })),
  ].sort((a, b) => a.on.localeCompare(b.on));
  if (all.length === 0) return null;
  const entries = all.map(({ on, ...one }, i) => ({ ...one, key: `${i}`, when: date(on) }));
  return <Timeline entries={newestFirst ? entries.reverse() : entries} />;
}
