import { addDays, addMonths, soleId } from '../../../../platform/decider/index.ts';
import type { Task } from '../part.ts';
import type { CaseState } from '../state/case.ts';
import type { Purpose } from '../state/consents.ts';
import { consentFor, holds, standingOf } from './consentFor.ts';
import { basisLasts, emergencyLasts } from './grounds.ts';
import { bornOf } from './protection.ts';

/** What goes on as long as there is consent to it. What partners do ends by itself (`check-sharing`); an interview is asked for each time. */
function underWay({ placements, papers }: CaseState): readonly { readonly id: string; readonly purpose: Purpose }[] {
  const traced = placements.tracings.filter(({ step }) => step === 'searching' || step === 'found');
  const photos = papers.filter(({ kind, about, removed }) => kind === 'photo' && about === 'child' && !removed);
  return [
    { id: soleId, purpose: 'case-work' },
    ...traced.map(({ id }) => ({ id, purpose: 'family-tracing' as const })),
    ...photos.map(({ id }) => ({ id, purpose: 'photograph' as const })),
  ];
}

const takenBack: readonly string[] = ['withdrawn', 'refused', 'void-because-suspect'];
const isDay = (day: string | null | undefined): day is string => day !== undefined && day !== null;

/** The days on which the child's own word comes to be needed, or to count alone. */
function birthdays(state: CaseState): readonly string[] {
  const born = bornOf(state);
  const ages = [state.consents.assentFromAge, state.consents.ownConsentFromAge, 18];
  return born === null ? [] : ages.flatMap((age) => [born.first, born.last].map((day) => addMonths(day, 12 * age)));
}

/** The first day on which what goes on may go on no more, as far as is known now: consent was taken back, is void or ends, or what stood instead does; null: it may. */
function lostOn(state: CaseState, purpose: Purpose): string | null {
  const { consents, bases, safeguards, links, openedOn } = state;
  const words = consents.ledger.filter((one) => one.purpose === purpose);
  // Case work may begin without consent, and there is another task when consent to it expires.
  const wasGiven = words.some(({ answer }) => answer === 'given');
  const isLost = (day: string) => {
    const found = consentFor(state, purpose, day);
    if (holds(found)) return false;
    const wasTakenBack = wasGiven && words.some((one) => takenBack.includes(standingOf(state, one, day)));
    return purpose !== 'case-work' || (wasTakenBack && found.status !== 'expired');
  };
  const suspected = [...safeguards.carers.map(({ suspectedAt }) => suspectedAt), ...Object.values(links.suspected)];
  const instead = [...bases.map((one) => ({ ...one, lasts: basisLasts(one), over: one.ended })), ...consents.emergencies.map((one) => ({ ...one, lasts: emergencyLasts(one), over: null }))]; // biome-ignore format: one list
  const said = [
    ...words.flatMap(({ on, withdrawn }) => [on, withdrawn?.on]),
    ...suspected.map((at) => at?.slice(0, 10)),
    ...instead.flatMap(({ on, over, review }) => [on, over, review?.upheld === false ? review.on : null]),
  ];
  const last = [openedOn, ...said.filter(isDay)].sort().at(-1)!;
  const changes = [
    ...birthdays(state),
    ...words.map(({ until }) => addDays(until, 1)),
    ...instead.flatMap(({ lasts }) => (lasts === null ? [] : [addDays(lasts, 1)])),
  ];
  return [last, ...changes.filter((day) => day > last)].sort().find(isLost) ?? null;
}

/** What is to be stopped, or needs something else to rest on: one task for each purpose to which consent is lost. */
export function consentLostTasks(state: CaseState): readonly Task[] {
  const first = new Map(
    underWay(state)
      .toReversed()
      .map((one) => [one.purpose, one]),
  );
  return [...first.values()].flatMap(({ id, purpose }): Task[] => {
    const due = lostOn(state, purpose);
    return due === null ? [] : [{ id, kind: 'consent-lost', who: null, due, about: `cases:consent-for.${purpose}` }];
  });
}
