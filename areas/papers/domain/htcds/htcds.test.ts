import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveAll } from '../../../../platform/decider/index.ts';
import { type CaseEvent, caseRecord } from '../../../cases/domain/case.ts';
import { anId, me } from '../../../cases/domain/testing.ts';
import { fieldsNotHeld, fromHtcds } from './read.ts';
import { fieldOf, fields, valueSaid } from './standard.ts';
import { type ExportContext, toHtcds, written } from './write.ts';

const opened: CaseEvent = {
  type: 'case-opened',
  person: null,
  source: 'partner',
  riskLevel: 'high',
  ward: '3',
  born: { first: '2014-01-01', last: '2014-12-31' },
  worker: me,
  on: '2026-11-20',
  name: 'माया राई',
  concern: 'Offered work abroad.',
};
const context: ExportContext = {
  city: { name: 'Made-up City', country: 'NP' },
  today: '2026-11-23',
  worker: 'Asha Worker',
  sex: 'female',
  concern: 'Offered work abroad.',
  notes: ['The uncle pays.', 'Seen at school.'],
  closing: null,
  organisationOf: () => 'Safe Home',
};
const born: CaseEvent = { type: 'age-recorded', basis: 'document', disputed: false, born: '2014-05-09' };
const state = (...more: CaseEvent[]) => evolveAll(caseRecord, undefined, [opened, ...more])!;

test('each of the 83 fields is either written or said not to be held, never both, with its reason', () => {
  assert.equal(fields.size, 83);
  assert.deepEqual([...written, ...fieldsNotHeld].sort(), [...fields.keys()].sort());
});

test('what is written are fields of the standard, with values of its lists', () => {
  const { fields: said } = toHtcds(state(born, { type: 'case-closed', reason: 'died', on: '2026-11-23', by: me, summary: 'x' }), context);
  for (const [field, value] of Object.entries(said)) {
    assert.ok(written.includes(field), field);
    const { values } = fields.get(field)!;
    for (const one of [value].flat()) if (values) assert.ok(values.includes(String(one)), `${field}: ${one}`);
  }
  assert.deepEqual([said['cas_Status'], said['prs_Deceased'], said['con_Consent']], ['Closed', true, false]);
});

test('what was decided, who is suspected and what is to be reached go out by the lists of the standard', () => {
  const [carer, decision, goal] = [anId(1), anId(2), anId(3)];
  const told = toHtcds(
    state(
      { type: 'carer-recorded', carer, name: 'Dil', relation: 'father', livesWithChild: true, contact: '' },
      { type: 'carer-suspected', carer, at: '2026-11-21T04:00:00.000Z', because: 'x' },
      { type: 'goal-set', goal, domain: 'education', what: 'Back in class 5', due: '2026-12-20', reviewOn: '2027-01-20' },
      {
        ...{
          type: 'identification-recorded',
          decision,
          status: 'actual',
          body: 'police',
          bodyName: 'x',
          decidedBy: null,
          on: '2026-11-21',
        },
        ...{ reviewUntil: null, act: ['recruitment', 'transfer'], means: [], exploitation: ['forced-labour'], screening: null, items: [] },
        ...{ reasons: 'x', again: false, by: me },
      } as CaseEvent,
    ),
    context,
  );
  assert.deepEqual([told.fields['prs_Gender'], told.fields['vic_RelationshipToTrafficker']], ['Feminine', 'Familial']);
  assert.deepEqual(
    told.events.map((one) => one.hte_Type),
    ['Recruitment', 'Transit', 'Exploitation'],
  );
  assert.equal(told.supportPlans[0]!['spl_Type'], 'Education');
  for (const [field, value] of [...told.events, ...told.supportPlans].flatMap((one) => Object.entries(one)))
    assert.ok(fields.get(field)!.values?.includes(value) ?? true, `${field}: ${value}`);
  assert.ok(!JSON.stringify(told).includes('Dil'), 'who is suspected stays in the office');
  const back = fromHtcds(JSON.parse(JSON.stringify(told)) as Record<string, unknown>);
  assert.deepEqual(back.unknown, []);
  assert.ok(back.notes.join(' ').includes('Transit'));
});

test('a case goes out and comes back: name, birth, concern and notes are the same, and nothing else is lost', () => {
  const out = toHtcds(state(born), context);
  const back = fromHtcds(JSON.parse(JSON.stringify(out)) as Record<string, unknown>);
  assert.deepEqual(
    [back.name, back.born, back.concern, back.faults, back.unknown],
    ['माया राई', '2014-05-09', 'Offered work abroad.', [], []],
  );
  assert.deepEqual(back.notes.slice(0, 2), ['The uncle pays.', 'Seen at school.']);
  for (const field of back.noted) assert.ok(back.notes.at(-1)!.includes(field));
  const again = toHtcds(state({ ...born, basis: 'statement' }), { ...context, concern: back.concern, notes: back.notes.slice(0, 2) });
  assert.deepEqual(again, out);
});

test('the form of the standard is read with its faults', () => {
  assert.equal(fieldOf('prs_First_Name'), 'prs_FirstName');
  assert.equal(fieldOf('prs_Second_Name'), 'prs_SecondName');
  assert.equal(fieldOf('victim/vic_Methods_of_Control'), 'vic_MethodsOfControl');
  assert.equal(fieldOf('vic_Something'), undefined);
  // A blank after DebtBondage; several with blanks between.
  assert.deepEqual(valueSaid('vic_MethodsOfControl', 'DebtBondage  PhysicalAbuse '), ['DebtBondage', 'PhysicalAbuse']);
  // One citizenship where the standard has several; several sectors where it has one.
  assert.deepEqual(valueSaid('prs_Citizenship', 'NP'), ['NP']);
  assert.deepEqual(valueSaid('vic_ForcedLabourIndustry', 'P_Education F_Construction'), ['P_Education', 'F_Construction']);
  assert.equal(valueSaid('cas_ReasonForIncomingReferral', 'needs a place to sleep'), 'needs a place to sleep');
  assert.equal(valueSaid('vic_TraffickingStatus', 'Possible victim of trafficking'), 'PossibleVictimOfTrafficking');
  assert.equal(valueSaid('con_Consent', 'yes'), true);
  assert.equal(valueSaid('prs_FirstName', '  '), undefined);
  const row = fromHtcds({
    start: '2026-11-01T10:00:00Z',
    __version__: 'v1',
    prs_First_Name: 'Maya',
    prs_Second_Name: 'Rai',
    prs_Birthdate: '2014-05-09',
    vic_Methods_of_Control: 'DebtBondage ',
    cas_IncomingReferralDetails: '',
    favourite: 'blue',
  });
  assert.equal(row.name, 'Maya Rai');
  assert.deepEqual(row.noted, ['vic_MethodsOfControl']);
  assert.deepEqual(row.unknown, ['favourite']);
  assert.deepEqual(fromHtcds({ prs_Birthdate: '9 May' }).faults, ['no-name', 'no-such-date']);
});
