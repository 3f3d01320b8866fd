import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../../../platform/http/area.ts';
import { type CaseState, caseRecord } from '../domain/index.ts';

/** Everybody who reads a case because of what they do in it, now or until an instant. */
export const readersOf = ({ worker, emergencyAccess }: CaseState, team: readonly string[]): readonly string[] => [
  ...new Set([...(worker ? [worker] : []), ...team, ...emergencyAccess.map(({ by }) => by)]),
];

/**
 * The cases `c` that the caller may read, as the rules say it. Under row security PostgreSQL looks up by an index what is equal, never what a
 * list holds: who does not read all cases of the city is led to their own by a table of them, or every case would be looked at for their thirty.
 */
export function readable({ ability, actor, where }: Pick<Call<unknown, unknown, unknown>, 'ability' | 'actor' | 'where'>) {
  const rules = ability.rulesFor('read', caseRecord.kind);
  const all = rules.some(({ conditions, inverted }) => !inverted && Object.keys(conditions ?? {}).every((fact) => fact === 'city'));
  const own: RawBuilder<boolean> = sql`c.id = any(array(select r.case_id from cases_reach r where r.city = ${actor.city} and r.who = ${actor.id}))`;
  const allowed = where('read', caseRecord.kind, 'c');
  return all ? allowed : sql<boolean>`${own} and ${allowed}`;
}
