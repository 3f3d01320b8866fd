import type { Services } from '../../../platform/http/area.ts';
import type { JobDefinition } from '../../../platform/jobs/job.ts';
import { tomorrowAt } from '../../../platform/jobs/tomorrow.ts';
import { evaluateCity, evaluateHousehold } from './evaluating.ts';

/** The hour of the city's night at which a new day is looked at: limits run out and children grow older without anybody's doing. */
const nightHour = 3;

/** Queues the look at the next day; one waits at a time. */
async function queueTomorrow(services: Services, city: number): Promise<void> {
  const { ledger, enqueue } = services;
  await ledger.transaction(city, async (tx) => {
    const today = await ledger.today(tx, city);
    const notBefore = await tomorrowAt(services, tx, nightHour);
    await enqueue(tx, [{ job: newDayJob.name, payload: { after: today }, key: newDayJob.name, notBefore }], city);
  });
}

export const evaluateJob: JobDefinition = {
  name: 'risks.evaluate',
  async run({ city }, services) {
    await evaluateCity(services, city);
    await queueTomorrow(services, city);
  },
};

/** The look at a new day; nothing where the day is not over yet by the city's clock. */
const newDayJob: JobDefinition = {
  name: 'risks.new-day',
  async run({ city, after }, services) {
    const today = await services.ledger.transaction(city, (tx) => services.ledger.today(tx, city));
    if (today > String(after)) await evaluateJob.run({ city }, services, () => ({ report: async () => undefined }));
  },
};

/** After a case was opened, closed or reopened: the child, and the brothers and sisters. */
export const householdJob: JobDefinition = {
  name: 'risks.household',
  async run({ city, person }, services) {
    await evaluateHousehold(services, city, String(person));
  },
};

export const jobs: readonly JobDefinition[] = [evaluateJob, newDayJob, householdJob];
