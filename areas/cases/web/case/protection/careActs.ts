import { useTranslation } from 'react-i18next';
import type { Act, AskedField } from '../../../../../platform/shell/index.ts';
import { countriesIn } from '../../../../../platform/ui/names/names.ts';
import type { Care, PlaceEntry, TracingEntry } from '../../../contract/index.ts';
import { mustPrepare, panelRoles } from '../../../domain/choices.ts';
import { useQuestions } from '../questions.ts';

/** What may be done about where the child lives, and reunification. */
export function useCareActs(of: Care) {
  const { t, i18n } = useTranslation('cases');
  const { because, past, coming } = useQuestions();
  const carers = of.carers.filter(({ suspect }) => !suspect).map(({ id, name }) => [id, name] as const);
  const fit = of.places
    .filter(({ safety }) => safety === 'safe' || safety === 'safe-with-conditions')
    .map((place) => [place.id, place.name, t(`stay.${place.kind}`)] as const);
  const reason = { ...because, name: 'reason' };
  const responsible = { name: 'responsible', label: t('care.responsible') };
  const on = past('on', t('care.on'));
  const from = past('from', t('care.from'));
  const kind = { name: 'kind', label: t('care.kind'), said: (one: string) => t(`stay.${one}`) };
  const solution = { name: 'solution', kind: 'one', label: t('care.solution'), said: (one: string) => t(`solution.${one}`) } as const;
  const name = { name: 'name', label: t('care.place-name') };
  const [last] = of.determinations;

  const heard: readonly AskedField[] = [
    { name: 'hearing', kind: 'one', label: t('care.hearing'), said: (one) => t(`hearing.${one}`) },
    { name: 'childView', label: t('care.child-view'), hint: t('care.child-view-hint') },
  ];
  const determine: Act = {
    name: 'record-determination',
    makes: 'determination',
    // One written down before the child was heard is completed, not repeated.
    ...(last?.hearing === 'not-yet' ? { target: { determination: last.id } } : {}),
    // The seats of the panel are by rule; who takes them is asked.
    held: { participants: [...panelRoles, ...(of.needsGuardian ? ['guardian'] : [])].map((role) => ({ role })) },
    fields: [
      on,
      {
        name: 'participants',
        label: t('care.participants'),
        hint: t('care.panel-hint'),
        one: (n) => t('care.participant', { n }),
        add: t('care.more-participants'),
        fields: [
          { name: 'role', label: t('care.role'), said: (role) => t(`participant.${role}`) },
          { name: 'name', label: t('protection.carer-name') },
        ],
      },
      { name: 'apart', label: t('care.apart'), hint: t('care.apart-hint') },
      ...heard,
      { name: 'options', label: t('care.options'), hint: t('care.options-hint') },
      solution,
      { name: 'decision', label: t('care.decision') },
      { name: 'wish', kind: 'one', label: t('care.wish'), said: (one) => t(`wish-of-child.${one}`) },
      { name: 'whyNot', label: t('care.why-not'), required: true, when: ({ wish }) => wish === 'not-followed' },
      coming('reviewOn', t('care.review-on')),
    ],
  };
  const assessInterests: Act = {
    name: 'assess-interests',
    makes: 'assessment',
    fields: [
      on,
      ...heard,
      { name: 'options', label: t('care.weighed'), hint: t('care.weighed-hint') },
      { name: 'finding', label: t('care.finding') },
      coming('reviewOn', t('care.review-on')),
    ],
  };
  const reconsider: Act = {
    name: 'ask-reconsideration',
    ...(last ? { target: { determination: last.id } } : {}),
    fields: [on, because],
  };
  const decide: Act = { name: 'decide-solution', fields: [solution] };
  const assess = (known?: PlaceEntry): Act => ({
    name: 'assess-place',
    makes: 'assessment',
    ...(known ? { target: { place: known.id } } : {}),
    ...(known ? { held: known } : {}),
    fields: [
      name,
      kind,
      {
        name: 'carer',
        kind: 'pick',
        label: t('care.place-carer'),
        hint: t('care.place-carer-hint'),
        options: of.carers.map((one) => [one.id, one.name] as const),
      },
      {
        name: 'people',
        label: t('care.people'),
        one: (n) => t('care.person', { n }),
        add: t('care.more-people'),
        fields: [
          { name: 'name', label: t('protection.carer-name') },
          { name: 'how', label: t('care.presence'), said: (how) => t(`care.${how}`) },
        ],
      },
      { name: 'notSuspect', label: t('care.not-suspect'), hint: t('care.not-suspect-hint') },
      { name: 'country', kind: 'pick', label: t('care.country'), hint: t('care.country-hint'), options: countriesIn(i18n.language) },
      { name: 'jointlyWith', label: t('care.jointly'), required: true, when: ({ country }) => Boolean(country) },
      on,
      { name: 'by', label: t('care.by') },
      { name: 'result', kind: 'one', label: t('care.result'), said: (one) => t(`safety.${one}`) },
      { name: 'reasons', label: t('care.reasons'), hint: t('care.reasons-hint') },
    ],
    input: ({ country, ...answers }, made) => ({
      ...answers,
      ...(known ? {} : { place: made }),
      country: country || null,
    }),
  });
  const place: Act = {
    name: 'place-child',
    makes: 'placement',
    fields: [{ name: 'place', kind: 'one', label: t('care.place'), options: fit }, from, reason, responsible],
    // It is what the place was assessed as.
    input: (answers) => ({ ...answers, kind: of.places.find(({ id }) => id === answers['place'])?.kind }),
  };
  const placeInEmergency: Act = {
    name: 'place-in-emergency',
    makes: 'placement',
    fields: [name, { ...kind, hint: t('care.kind-hint') }, from, reason, responsible],
    input: (answers, made) => ({ ...answers, place: made }),
  };
  const recordWhereabouts: Act = {
    name: 'record-whereabouts',
    makes: 'stay',
    about: t('care.whereabouts-hint'),
    fields: [
      { name: 'fact', kind: 'one', label: t('care.whereabouts'), said: (one) => t(`stay.${one}`) },
      past('since', t('care.whereabouts-since')),
      { name: 'note', label: t('care.whereabouts-how') },
    ],
  };
  const leave: Act = {
    name: 'record-leaving',
    makes: 'stay',
    fields: [
      { name: 'how', kind: 'one', label: t('care.how-left'), said: (how) => t(`leaving.${how}`) },
      on,
      { name: 'note', label: t('protection.note') },
    ],
  };
  const trace: Act = {
    name: 'request-tracing',
    makes: 'tracing',
    fields: [
      { name: 'whom', label: t('care.whom') },
      { name: 'through', label: t('care.through') },
    ],
  };
  const traced = ({ id, step }: TracingEntry): Act => ({
    name: 'record-tracing',
    target: { tracing: id },
    held: { step },
    fields: [
      { name: 'step', kind: 'one', label: t('care.step'), said: (one) => t(`tracing-step.${one}`) },
      on,
      { name: 'note', label: t('care.step-note'), hint: t('care.step-note-hint') },
    ],
  });
  const musts: readonly string[] = mustPrepare;
  const prepare: Act = {
    name: 'prepare-return',
    held: { done: of.prepared },
    fields: [
      {
        name: 'done',
        label: t('care.prepared'),
        said: (one) => t(`preparation.${one}`),
        means: (one) => (musts.includes(one) ? t('care.must') : ''),
      },
    ],
  };
  const comeHome: Act = {
    name: 'record-return',
    makes: 'return',
    fields: [
      { name: 'place', kind: 'one', label: t('care.return-place'), options: fit },
      { name: 'carer', kind: 'one', label: t('care.return-to'), options: carers },
      on,
      { name: 'escortedBy', label: t('care.escorted-by') },
      { name: 'handover', label: t('care.handover'), hint: t('care.handover-hint') },
    ],
  };
  return {
    assessInterests,
    reconsider,
    determine,
    decide,
    assess,
    place,
    placeInEmergency,
    recordWhereabouts,
    leave,
    trace,
    traced,
    prepare,
    comeHome,
    fit,
    carers,
  };
}
