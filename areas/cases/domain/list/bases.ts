import type { BasisKind } from '../choices.ts';
import { basisLasts, emergencyLasts } from '../safety/grounds.ts';
import type { CaseState } from '../state/case.ts';

/** On what acts may rest without consent, from which day and until which, as far as is known now. */
export function lastingBases({ bases, consents }: Pick<CaseState, 'bases' | 'consents'>) {
  const lasting = (id: string, kind: BasisKind, since: string, lasts: string | null) =>
    lasts === null ? [] : [{ id, kind, since, lasts }];
  return [
    ...bases.flatMap((one) => lasting(one.id, one.kind, one.on, basisLasts(one))),
    ...consents.emergencies.flatMap((one) => lasting(one.id, 'emergency', one.on, emergencyLasts(one))),
  ];
}
