import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { evolveAll } from '../../../../platform/decider/index.ts';
import { type CaseEvent, caseRecord } from '../../../cases/domain/case.ts';
import { means } from '../../../cases/domain/choices.ts';
import { anId, opened as before, given, me } from '../../../cases/domain/testing.ts';
import recordable from '../../../cases/web/case/languages.json' with { type: 'json' };
import control from './control.json' with { type: 'json' };
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

const decided = (more: object = {}): CaseEvent =>
  ({
    ...{ type: 'identification-recorded', decision: anId(2), status: 'actual', body: 'police', bodyName: 'x', decidedBy: null },
    ...{ on: '2026-11-21', reviewUntil: null, act: ['recruitment', 'transfer'], means: [], exploitation: ['forced-labour'] },
    ...{ screening: null, items: [], reasons: 'x', again: false, by: me, ...more },
  }) as CaseEvent;
const valuesAreOfLists = (rows: readonly object[]) => {
  for (const [field, value] of rows.flatMap((one) => Object.entries(one)))
    for (const said of [value].flat()) assert.ok(fields.get(field)!.values?.includes(String(said)) ?? true, `${field}: ${said}`);
};

test('what was decided and what is to be reached go out by the lists of the standard', () => {
  const told = toHtcds(
    state(decided(), {
      ...{ type: 'goal-set', goal: anId(3), domain: 'education', what: 'Back in class 5', due: '2026-12-20', reviewOn: '2027-01-20' },
    } as CaseEvent),
    context,
  );
  assert.equal(told.fields['prs_Gender'], 'Feminine');
  assert.deepEqual(
    told.events.map((one) => one.hte_Type),
    ['Recruitment', 'Transit', 'Exploitation'],
  );
  assert.equal(told.supportPlans[0]!['spl_Type'], 'Education');
  valuesAreOfLists([told.fields, ...told.events, ...told.supportPlans]);
  const back = fromHtcds(JSON.parse(JSON.stringify(told)) as Record<string, unknown>);
  assert.deepEqual(back.unknown, []);
  assert.ok(back.notes.join(' ').includes('Transit'));
});

test('given a carer who is suspected, no file says that they are a trafficker, or that they are suspected', () => {
  const carer = anId(1);
  const told = toHtcds(
    state(
      { type: 'carer-recorded', carer, name: 'Dil', relation: 'father', livesWithChild: true, contact: '' },
      { type: 'carer-suspected', carer, at: '2026-11-21T04:00:00.000Z', because: 'x' },
      decided(),
    ),
    context,
  );
  assert.equal(told.fields['vic_RelationshipToTrafficker'], undefined);
  assert.ok(fieldsNotHeld.includes('vic_RelationshipToTrafficker'));
  assert.ok(!JSON.stringify(told).includes('Dil'));
});

test('given a decision that the child is not a victim, no exploitation, control or event of trafficking is written', () => {
  const not = toHtcds(state(decided({ status: 'not-a-victim', means: ['force'] })), context);
  assert.deepEqual(
    [not.fields['vic_TraffickingStatus'], not.fields['vic_TypeOfExploitation'], not.fields['vic_MethodsOfControl'], not.events],
    ['NotAVictimOfTrafficking', undefined, undefined, []],
  );
  // Of two decisions that contradict each other and both stand, the one that protects counts.
  const both = toHtcds(state(decided(), decided({ decision: anId(3), status: 'not-a-victim' })), context);
  assert.deepEqual([both.fields['vic_TraffickingStatus'], both.events.length], ['ActualVictimOfTrafficking', 3]);
});

test('a screening after a decision that the child is not a victim presumes again: possible, and decided by nobody', () => {
  const safe = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no' };
  const screening = {
    ...{ answering: anId(9), questionnaire: 'screening', version: 'olle-2', on: '2026-11-22', interviewed: ['caregiver'], language: 'ne' },
    ...{ interpreter: 'none', answers: { ...safe, age: 'under-18', 'act-moved': 'yes', 'D4-01': 'yes', 'D4-02': 'yes' } },
  };
  const answered = given(before).when('answer-questionnaire', screening).followed() as CaseEvent[];
  const told = (on: string) => toHtcds(state(decided({ status: 'not-a-victim', on }), ...answered), context).fields;
  const status = ({ vic_TraffickingStatus: one, vic_TraffickingStatusDecisionMakingOrg: by }: ReturnType<typeof told>) => [one, by];
  assert.deepEqual(status(told('2026-11-21')), ['PossibleVictimOfTrafficking', undefined]);
  assert.deepEqual(status(told('2026-11-23')), ['NotAVictimOfTrafficking', 'Police'], 'a decision after the screening answers it');
});

test('methods of control are the means and the items that the decision named, by the list of the standard', () => {
  const { fields: said } = toHtcds(state(decided({ means: ['deception', 'force'], items: ['D5-01', 'D5-04', 'D4-07'] })), context);
  assert.deepEqual(said['vic_MethodsOfControl'], ['FalsePromises', 'PhysicalAbuse', 'WithholdsDocuments']);
  const named = { ...control.means, ...control.items };
  valuesAreOfLists(Object.values(named).map((one) => ({ vic_MethodsOfControl: one })));
  assert.deepEqual(Object.keys(control.means).sort(), [...means].sort());
});

test('languages are written in ISO 639-2, each that a case can record', () => {
  const spoken = (...languages: string[]) =>
    toHtcds(state({ type: 'communication-recorded', languages, interpreter: true, needs: [], needsNote: '' }), context).fields;
  const said = spoken('ne', 'zh');
  assert.deepEqual([said['prs_PrimaryLanguage'], said['prs_SecondaryLanguage']], ['nep', 'zho']);
  for (const code of recordable) assert.match(String(spoken(code)['prs_PrimaryLanguage']), /^[a-z]{3}$/, code);
  assert.equal(spoken('xx')['prs_PrimaryLanguage'], undefined, 'no code is made up');
});

test('a closed case was referred only where a partner took it over: accepted and not revoked', () => {
  const [referral, organisation] = [anId(5), anId(6)];
  const made = {
    ...{ type: 'referral-made', referral, organisation, service: 'shelter', urgency: 'usual', handover: true, because: 'A place.' },
    ...{ consent: anId(7), on: '2026-11-21', by: me, until: '2027-01-01', answerBy: '2026-11-25', child: {}, needs: {} },
  } as CaseEvent;
  const accepted: CaseEvent = { type: 'referral-answered', referral, how: 'accepted', because: '', on: '2026-11-22' };
  const ended: CaseEvent = { type: 'case-closed', reason: 'moved', on: '2026-11-23', by: me, summary: 'x' };
  const ofClosed = (...more: CaseEvent[]) => {
    const { fields: said } = toHtcds(state(made, ...more, ended), context);
    return [said['cas_Status'], said['cas_ReferredOrganisation'], said['cas_ReasonForOutgoingReferral']];
  };
  assert.deepEqual(ofClosed(accepted), ['ClosedReferred', 'Safe Home', 'MigrationOrChangeOfLocation']);
  assert.deepEqual(ofClosed(), ['Closed', 'Safe Home', 'AdditionalServicesRequired'], 'nobody accepted it');
  const revoked: CaseEvent = { type: 'referral-revoked', referral, on: '2026-11-22', by: me, because: 'x' };
  assert.deepEqual(ofClosed(accepted, revoked), ['Closed', undefined, undefined]);
  assert.deepEqual(ofClosed(accepted, { type: 'sharing-stopped', referral, on: '2026-11-22' }), ['Closed', undefined, undefined]);
  const gone: CaseEvent = { type: 'referral-completed', referral, outcome: 'did-not-come', note: '', on: '2026-11-22' };
  assert.equal(ofClosed(accepted, gone)[0], 'Closed');
});

test('the action plan says what is to be done and what was done, without what was dropped', () => {
  const action = (n: number, what: string, due: string): CaseEvent => ({ type: 'action-added', action: anId(n), who: me, due, what });
  const settled = (n: number, how: 'done' | 'dropped'): CaseEvent => ({
    ...{ type: 'action-settled', action: anId(n), how, on: '2026-11-23', note: 'x' },
  });
  const { supportPlans } = toHtcds(
    state(
      action(11, 'Talk with the school', '2026-12-01'),
      action(12, 'Visit the clinic', '2026-11-24'),
      action(13, 'Call the uncle', '2026-11-25'),
      settled(12, 'done'),
      settled(13, 'dropped'),
    ),
    context,
  );
  assert.deepEqual(supportPlans, [
    {
      spl_Type: 'SocialCare',
      spl_ActionPlan: 'Talk with the school (due 2026-12-01)\nVisit the clinic (done 2026-11-23)',
      spl_PlannedEndDate: '2026-12-01',
    },
  ]);
});

test('the documentation says how many of the fields a case can fill', () => {
  const docs = readFileSync(new URL('../../../../docs/data-protection.md', import.meta.url), 'utf8');
  assert.ok(docs.includes(`A case can fill ${written.length} of its ${fields.size} fields`));
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
