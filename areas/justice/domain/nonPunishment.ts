import { soleId } from '../../../platform/decider/index.ts';
import type { Child } from './child.ts';
import shipped from './nonPunishment.json' with { type: 'json' };
import type { Accusation } from './state.ts';

/** What a country says of punishing a child for what they did while they were trafficked. */
interface NonPunishment {
  readonly country: string;
  /** Which acts: `own-act-only`: those of the exploitation itself. Words under `non-punishment-width.<width>`. */
  readonly width: string;
  readonly force: string;
  readonly law: string;
  readonly mark: string;
  readonly asOf?: string;
  /** Who can decide on it: words under `non-punishment-office.<office>`. */
  readonly office: string;
}

/** The rules of a country; none: no general rule was found, and the prosecution is asked for discretion, diversion or best interests. */
export const nonPunishmentIn = (country: string): readonly NonPunishment[] =>
  (shipped.rules as readonly NonPunishment[]).filter((rule) => rule.country === country);

/** Something that threatens the child by the law itself: words under `alarm.<kind>`. */
export interface JusticeAlarm {
  readonly id: string;
  readonly kind: 'accused-victim' | 'detained-without-accusation' | 'removal-threatened';
  /** The day on which it was recorded. */
  readonly on: string;
  /** It has no tasks of its own now: non-punishment was raised with an authority, and the alarm stands until the accusation ends. */
  readonly answered: boolean;
}

/** Whether an accusation threatens somebody who is or may be a victim: for an act within the exploitation, or of which that is not known. */
export const isAlarming = ({ isVictim }: Child, window: Accusation['window']): boolean => isVictim && window !== 'outside';

/** Accusations that threaten the child by now, and of which nobody was told. */
export const unheard = (child: Child): readonly Accusation[] =>
  child.justice.accusations.filter(({ ended, alarmSince, window }) => ended === null && alarmSince === null && isAlarming(child, window));

/**
 * What of the law threatens the child now: an accusation of one who is identified or presumed a victim, for an act within the exploitation or
 * of which that is not known; detention without an accusation; removal from the country.
 */
export function alarmsOf(child: Child): readonly JusticeAlarm[] {
  const { accusations, residence } = child.justice;
  const open = accusations.filter(({ ended }) => ended === null);
  const { detention } = child;
  return [
    ...open
      .filter(({ window }) => isAlarming(child, window))
      .map(
        ({ id, recordedOn, alarmSince, raised }) =>
          ({ id, kind: 'accused-victim', on: alarmSince ?? recordedOn, answered: raised !== null }) as const,
      ),
    // The tasks of the same day are those of a child recorded to be in detention.
    ...(detention && open.length === 0
      ? [{ id: detention.id, kind: 'detained-without-accusation', on: detention.from, answered: true } as const]
      : []),
    ...(residence?.removal ? [{ id: soleId, kind: 'removal-threatened', on: residence.on, answered: false } as const] : []),
  ];
}
