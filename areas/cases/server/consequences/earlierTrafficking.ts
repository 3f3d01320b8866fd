import type { Consequence } from '../../../../platform/ledger/view.ts';
import { type CaseState, caseRecord, traffickingOf } from '../../domain/index.ts';

/** What may show that a child was trafficked before: a decision, or that its person is another than was thought. */
const turns = new Set(['identification-recorded', 'child-identified', 'person-followed']);

/**
 * A child who is identified as trafficked, and in another of whose cases trafficking was found before, is noted as trafficked again: found by
 * a formal decision, or presumed by the screening of a case that was closed.
 */
export const earlierTrafficking: Consequence = {
  kinds: [caseRecord.kind],
  async follow({ id, city, state, events }, tx) {
    const { person, identification } = state as CaseState;
    if (!person || !events.some(({ type }) => turns.has(type)) || traffickingOf(state as CaseState) !== 'identified') return [];
    const { rows } = await tx.query<{ id: string }>(
      `select id from cases_case where city = $1 and person = $2 and id <> $3
         and (trafficking = 'identified' or (trafficking = 'presumed' and status = 'closed')) order by opened_on, id limit 50`,
      [city, person, id],
    );
    const fresh = rows.map((row) => row.id).filter((other) => !identification.earlierCases.includes(other));
    return fresh.length > 0 ? [{ kind: caseRecord.kind, id, name: 'note-earlier-trafficking', input: { cases: fresh } }] : [];
  },
};
