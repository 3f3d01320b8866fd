import type { ChildFile } from './file.ts';
import { actForbidden, seenOn } from './questions.ts';
import type { Told } from './told.ts';

const after = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** By so many days after a visit was first planned a supervisor has it, if the child was not met. */
const seenWithin = 8;
const aWeek = 7;

/** Whether a visit was put off, or nobody made it, and the child was not met by the day on which a supervisor must know. */
function isOverdue(file: ChildFile, id: string, day: string): boolean {
  const { days, dropped, agreed } = file.planned.get(id)!;
  const met = [seenOn(file), file.handedOver].sort().at(-1)!;
  if (dropped && agreed) return false;
  const counts = (one: string) => {
    if (after(one, seenWithin) > day) return false;
    if (!dropped) return one >= met;
    const another = [...file.planned].some(
      ([other, visit]) =>
        other !== id && !visit.dropped && visit.days.some((then) => then >= after(one, -aWeek) && then <= after(one, aWeek)),
    );
    return met < after(one, -aWeek) && !another;
  };
  return (agreed ? days.slice(-1) : days).some(counts);
}

const ofSupervisor = ['visit-missed', 'visit-review', 'search-review'];
/** What must be somebody's task by that day, and is nobody's. */
export function unseen(file: ChildFile, { day, due }: Told): readonly string[] {
  if (due === undefined) return [];
  const faults = [];
  if (file.closedAs === null) {
    const traced = [...file.tracings.values()].some((step) => step === 'searching' || step === 'found');
    if (traced && actForbidden(file, 'family-tracing', day) && !due.includes('consent-lost'))
      faults.push('a search goes on without consent, and nobody is told');
    // Each step of a search holds for a week.
    const searched = file.steps.some(({ on }) => after(on, aWeek) >= day);
    const putOff = [...file.planned.keys()].some((id) => isOverdue(file, id, day));
    if (putOff && !searched && !due.some((kind) => ofSupervisor.includes(kind)))
      faults.push('visits were put off, and no supervisor is told');
  } else if (file.closedAs !== 'died' && [...file.toldLate].some((key) => file.alarms.has(key)) && !due.includes('danger-when-closed'))
    faults.push('a danger was told of after the closing, and no supervisor is told');
  return faults;
}
