import { type PlainLine, plainPart, type TodayCall } from '../../../platform/http/waiting.ts';
import { retained } from './retention.ts';

/** Erasures that wait for the yes or no of a second person, and closed cases of which it is to be decided whether they are kept. */
export async function protectionToday({ tx, actor, services, today, say, may }: TodayCall) {
  if (!may('confirm', 'protection.erasure')) return undefined;
  const asked = await tx.query<{ id: string }>(
    "select id from protection_erasure where city = $1 and status = 'asked' and asked_by <> $2 order by asked_on, id",
    [tx.city, actor.id],
  );
  const due = may('read', 'protection.retention-review') ? (await retained(services, tx)).filter(({ isDue }) => isDue) : [];
  const act = { who: say('protection:nav'), act: say('protection:today.act.decide') };
  return plainPart([
    ...asked.rows.map(
      ({ id }): PlainLine => ({
        ...{ id, kind: 'erasure', band: 'today', rank: 1, due: null, to: `/protection/${id}`, ...act },
        what: say('protection:today.erasure'),
      }),
    ),
    ...due.map(
      ({ id, reviewOn, kind }): PlainLine => ({
        ...{ id, kind: 'retention', band: reviewOn <= today ? 'today' : 'week', rank: 3, due: reviewOn, to: `/protection/retention/${id}` },
        ...{ who: say('protection:today.case', { number: id.slice(-6).toUpperCase() }), act: act.act },
        what: say('protection:today.retention', { kind: say(`protection:retention.kind.${kind}`) }),
      }),
    ),
  ]);
}
