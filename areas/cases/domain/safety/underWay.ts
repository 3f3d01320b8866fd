import { addDays, soleId } from '../../../../platform/decider/index.ts';
import type { Task } from '../part.ts';
import type { CaseState } from '../state/case.ts';
import type { Purpose } from '../state/consents.ts';
import { consentFor } from './consentFor.ts';
import { basisLasts, emergencyLasts } from './grounds.ts';

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

const lost: readonly string[] = ['withdrawn', 'refused', 'void-because-suspect'];

/** The first day on which a consent that was given holds no more, because it was taken back or is void, and nothing stands instead; null: it holds. */
function lostOn(state: CaseState, purpose: Purpose): string | null {
  const words = state.consents.ledger.filter((one) => one.purpose === purpose);
  if (!words.some(({ answer }) => answer === 'given')) return null;
  const suspected = [...state.safeguards.carers.map(({ suspectedAt }) => suspectedAt), ...Object.values(state.links.suspected)];
  const said = words.flatMap(({ on, withdrawn }) => [on, withdrawn?.on]);
  const last = [...said, ...suspected.map((at) => at?.slice(0, 10))].filter((day) => day !== undefined && day !== null).sort().at(-1)!; // biome-ignore format: one thought
  const ends = [...state.bases.map(basisLasts), ...state.consents.emergencies.map(emergencyLasts)];
  const days = [last, ...ends.flatMap((day) => (day !== null && day >= last ? [addDays(day, 1)] : []))].sort();
  return days.find((day) => lost.includes(consentFor(state, purpose, day).status)) ?? null;
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
