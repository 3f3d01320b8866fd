import type { Proceedings } from '../contract/index.ts';
import { alarmsOf, type Child, nonPunishmentIn, stagesOf, timersOf, timersOfCountry } from '../domain/index.ts';

/** What the page of the proceedings shows of a child on a day. */
export function proceedingsOf(child: Child & { readonly country: string }, today: string): Proceedings {
  const { country, justice } = child;
  const timers = timersOf(child, today);
  const running = new Set(timers.map(({ rule }) => rule.id));
  const law = ({ region, asOf, ...rule }: (typeof timers)[number]['rule']) => ({ ...rule, region: region ?? null, asOf: asOf ?? null });
  return {
    ...justice,
    stages: [...stagesOf(child)],
    alarms: alarmsOf(child),
    nonPunishment: nonPunishmentIn(country).map(({ asOf, country: _, ...rule }) => ({ ...rule, asOf: asOf ?? null })),
    country,
    timers: timers.map(({ rule, ...timer }) => ({ ...law(rule), ...timer, because: justice.timers[timer.key]?.because ?? null })),
    otherLaws: timersOfCountry(country)
      .filter(({ id }) => !running.has(id))
      .map(law),
  };
}
