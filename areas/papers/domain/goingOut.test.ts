import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, evolveAll, isRefusal } from '../../../platform/decider/index.ts';
import type { CaseEvent } from '../../cases/domain/case.ts';
import { anId, contextOn, given, opened } from '../../cases/domain/testing.ts';
import { type ExportEvent, type ExportState, exportRecord } from './export.ts';
import { type GoesTo, restsOn } from './goingOut.ts';

const [house, other] = [anId(1), anId(2)];
const today = '2026-11-23';
const carer: CaseEvent = { type: 'carer-recorded', carer: anId(5), relation: 'mother', livesWithChild: true, name: 'Asha', contact: '' };
const consent = (who: string, partner: string, more: object = {}): CaseEvent =>
  ({
    ...{ type: 'consent-given', consent: anId(6), who, purpose: 'sharing', partner, on: '2026-11-20', at: '2026-11-20T04:00:00.000Z' },
    ...{ until: '2027-11-20', language: 'ne', interpreter: false, how: 'signed', assentFromAge: 18 },
    told: ['purpose', 'use', 'withdrawal', 'retention'],
    ...more,
  }) as CaseEvent;
const to = (more: Partial<GoesTo> = {}): GoesTo => ({ forWhom: 'outside', kind: 'shelter', organisation: null, ...more });
const goes = (where: GoesTo, ...events: CaseEvent[]) => restsOn(given(opened, carer, ...events).state, where, today) !== null;

test('inside the office a file holds every case', () => {
  assert.ok(goes(to({ forWhom: 'office', kind: null })));
});

test('outside it holds a child only where somebody who may agreed to share with that kind of partner, or with that one', () => {
  assert.ok(!goes(to()));
  assert.ok(goes(to(), consent(anId(5), 'shelter')));
  assert.ok(!goes(to({ kind: 'police' }), consent(anId(5), 'shelter')));
  assert.ok(goes(to({ organisation: house }), consent(anId(5), house)));
  assert.ok(!goes(to({ organisation: other }), consent(anId(5), house)));
  // With one of them is not with all of the kind.
  assert.ok(!goes(to(), consent(anId(5), house)));
});

test('consent that is over, was refused since, or came from whom is held to be a suspect, is none', () => {
  assert.ok(!goes(to(), consent(anId(5), 'shelter', { until: '2026-11-22' })));
  const refused = {
    type: 'consent-refused',
    consent: anId(7),
    who: anId(5),
    purpose: 'sharing',
    partner: 'shelter',
    on: '2026-11-22',
    at: '2026-11-22T04:00:00.000Z',
  };
  assert.ok(
    !goes(to(), consent(anId(5), 'shelter'), {
      ...refused,
      until: '2027-11-22',
      language: 'ne',
      interpreter: false,
      how: 'spoken',
      told: [],
      assentFromAge: 18,
    } as unknown as CaseEvent),
  );
  const suspect: CaseEvent = { type: 'carer-suspected', carer: anId(5), at: '2026-11-21T04:00:00.000Z', because: 'x' };
  assert.ok(!goes(to(), consent(anId(5), 'shelter'), suspect));
});

test('danger lets one child be protected, it puts none into a list', () => {
  const danger = {
    type: 'emergency-invoked',
    emergency: anId(8),
    purpose: 'sharing',
    on: '2026-11-22',
    until: '2026-11-29',
    by: anId(9),
    because: 'x',
    reviewDue: '2026-11-24',
  };
  assert.ok(!goes(to(), danger as unknown as CaseEvent));
});

/** What is decided of a file that somebody asks for. */
const asked = (more: object, organisation?: string) => {
  const consulted = organisation ? new Map([[`partners.organisation|${organisation}`, { category: 'clinic' }]]) : new Map();
  const context: Context = { ...contextOn(), consulted };
  const outcome = exportRecord.commands['ask']!.decide(undefined, { format: 'csv', criteria: {}, because: 'x', ...more }, context);
  return isRefusal(outcome) ? outcome.refused : (evolveAll(exportRecord, undefined, outcome as ExportEvent[]) as ExportState).to;
};

test('who asks for a file that leaves the office says for whom; a partner of the directory is of the kind that stands there', () => {
  assert.deepEqual(asked({ forWhom: 'office', kind: 'police' }), { forWhom: 'office', kind: null, organisation: null });
  assert.equal(asked({ forWhom: 'outside' }), 'papers.export-to-whom');
  assert.deepEqual(asked({ forWhom: 'outside', kind: 'police' }), { forWhom: 'outside', kind: 'police', organisation: null });
  assert.deepEqual(asked({ forWhom: 'outside', kind: 'police', organisation: house }, house), {
    forWhom: 'outside',
    kind: 'clinic',
    organisation: house,
  });
});

test('what is in a file and what was left out is told with it; a file of before was for the office', () => {
  const before = { type: 'export-asked', by: anId(9), at: '2026-11-23T04:00:00.000Z', format: 'csv', criteria: {}, because: 'x' } as const;
  const state = (...events: ExportEvent[]) => evolveAll(exportRecord, undefined, [before, ...events]) as ExportState;
  assert.deepEqual([state().to.forWhom, state({ type: 'export-made', rows: 3 }).leftOut], ['office', 0]);
  const made = state({ type: 'export-made', rows: 1, leftOut: 2, left: [house, other] });
  assert.deepEqual([made.rows, made.leftOut, made.left], [1, 2, [house, other]]);
});
