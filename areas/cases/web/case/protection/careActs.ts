import { useTranslation } from 'react-i18next';
import type { Act } from '../../../../../platform/shell/index.ts';
import { type FormField, type FormValues, useSession } from '../../../../../platform/shell/index.ts';
import type { Care, PlaceEntry, TracingEntry } from '../../../contract/index.ts';
import {
  hearings,
  leavings,
  mustPrepare,
  participantRoles,
  placeKinds,
  placeResults,
  preparations,
  solutions,
  tracingSteps,
} from '../../../domain/choices.ts';

/** Participants that the form has room for. */
const rows = [1, 2, 3, 4, 5];
const filled = (name: string) => (values: FormValues) => typeof values[name] === 'string' && values[name] !== '';
const text = (given: unknown): string => (typeof given === 'string' ? given : '');

/** What may be done about where the child lives, and its way home. */
export function useCareActs(of: Care) {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const options = (prefix: string, keys: readonly string[]) => keys.map((key) => [key, t(`${prefix}.${key}`)] as const);
  const none = ['', t('protection.none')] as const;
  const day = (name: string, label: string): FormField => ({
    name,
    kind: 'day',
    label,
    max: city.today,
    starts: city.today,
    required: true,
  });
  const carers = of.carers.filter(({ suspect }) => !suspect).map(({ id, name }) => [id, name] as const);
  const fit = of.places.filter(({ safety }) => safety === 'safe' || safety === 'safe-with-conditions').map((place) => [place.id, place.name, t(`stay.${place.kind}`)] as const); // biome-ignore format: one thing
  const reason: FormField = { name: 'reason', kind: 'text', lines: 3, label: t('act.because'), required: true };
  const responsible: FormField = { name: 'responsible', kind: 'line', label: t('care.responsible'), required: true };
  const kind = (starts: string): FormField => ({ name: 'kind', kind: 'pick', label: t('care.kind'), options: options('stay', placeKinds), starts }); // biome-ignore format: one question

  const determine: Act = {
    name: 'record-determination',
    fields: [
      day('on', t('care.on')),
      ...rows.flatMap((n): FormField[] => {
        const when = n <= 2 ? () => true : filled(`name${n - 1}`);
        return [
          { name: `role${n}`, kind: 'pick', label: t('care.role-n', { n }), options: options('participant', participantRoles), starts: n === 1 ? 'case-worker' : 'guardian', when }, // biome-ignore format: one question
          { name: `name${n}`, kind: 'line', label: t('care.participant-n', { n }), required: n <= 2, when },
        ];
      }),
      { name: 'hearing', kind: 'one', label: t('care.hearing'), options: options('hearing', hearings), required: true },
      { name: 'childView', kind: 'text', lines: 3, label: t('care.child-view'), hint: t('care.child-view-hint') },
      { name: 'options', kind: 'text', lines: 4, label: t('care.options'), hint: t('care.options-hint'), required: true },
      { name: 'solution', kind: 'one', label: t('care.solution'), options: options('solution', solutions), required: true },
      { name: 'decision', kind: 'text', lines: 3, label: t('care.decision'), required: true },
      { name: 'reviewOn', kind: 'day', label: t('care.review-on'), min: city.today, required: true },
    ],
    input: (answers, made) => {
      const last = of.determinations[0];
      const { on, hearing, childView, options: weighed, solution, decision, reviewOn } = answers;
      return {
        // One written down before the child was heard is completed, not repeated.
        determination: last?.hearing === 'not-yet' ? last.id : made,
        on,
        hearing,
        childView: text(childView),
        options: weighed,
        solution,
        decision,
        reviewOn,
        participants: rows.flatMap((n) => (answers[`name${n}`] ? [{ role: answers[`role${n}`], name: answers[`name${n}`] }] : [])),
      };
    },
  };
  const decide: Act = {
    name: 'decide-solution',
    fields: [{ name: 'solution', kind: 'one', label: t('care.solution'), options: options('solution', solutions), starts: of.determinations[0]?.solution ?? 'family-return' }], // biome-ignore format: one question
  };
  const assess = (known?: PlaceEntry): Act => ({
    name: 'assess-place',
    to: known?.id ?? '',
    fields: [
      { name: 'name', kind: 'line', label: t('care.place-name'), required: true, starts: known?.name ?? '' },
      kind(known?.kind ?? 'family'),
      { name: 'carer', kind: 'pick', label: t('care.place-carer'), hint: t('care.place-carer-hint'), options: [none, ...of.carers.map(({ id, name }) => [id, name] as const)], starts: known?.carer ?? '' }, // biome-ignore format: one question
      { name: 'country', kind: 'line', label: t('care.country'), hint: t('care.country-hint'), starts: known?.country ?? '' },
      { name: 'jointlyWith', kind: 'line', label: t('care.jointly'), when: filled('country'), required: true },
      day('on', t('care.on')),
      { name: 'by', kind: 'line', label: t('care.by'), required: true },
      { name: 'result', kind: 'one', label: t('care.result'), options: options('safety', placeResults), required: true },
      { name: 'reasons', kind: 'text', lines: 4, label: t('care.reasons'), hint: t('care.reasons-hint'), required: true },
    ],
    input: ({ country, ...answers }, made) => ({
      assessment: made,
      place: known?.id ?? made,
      carer: null,
      jointlyWith: '',
      ...answers,
      country: country ? text(country).toUpperCase() : null,
    }),
  });
  const place: Act = {
    name: 'place-child',
    fields: [
      { name: 'place', kind: 'one', label: t('care.place'), options: fit, required: true },
      { ...kind('kin'), hint: t('care.kind-hint') } as FormField,
      day('from', t('care.from')),
      reason,
      responsible,
    ],
    input: (answers, made) => ({ placement: made, ...answers }),
  };
  const placeInEmergency: Act = {
    name: 'place-in-emergency',
    fields: [{ name: 'name', kind: 'line', label: t('care.place-name'), required: true }, kind('shelter'), day('from', t('care.from')), reason, responsible], // biome-ignore format: one form
    input: (answers, made) => ({ placement: made, place: made, ...answers }),
  };
  const leave: Act = {
    name: 'record-leaving',
    fields: [
      { name: 'how', kind: 'one', label: t('care.how-left'), options: options('leaving', leavings), required: true },
      day('on', t('care.on')),
      { name: 'note', kind: 'text', lines: 3, label: t('protection.note') },
    ],
    input: (answers, made) => ({ stay: made, ...answers }),
  };
  const trace: Act = {
    name: 'request-tracing',
    fields: [
      { name: 'whom', kind: 'line', label: t('care.whom'), required: true },
      { name: 'through', kind: 'line', label: t('care.through'), required: true },
    ],
    input: (answers, made) => ({ tracing: made, ...answers }),
  };
  const traced = ({ id, step }: TracingEntry): Act => ({
    name: 'record-tracing',
    to: id,
    fields: [
      { name: 'step', kind: 'one', label: t('care.step'), options: options('tracing-step', tracingSteps), starts: step },
      day('on', t('care.on')),
      { name: 'note', kind: 'text', lines: 3, label: t('care.step-note'), hint: t('care.step-note-hint') },
    ],
    input: (answers) => ({ tracing: id, note: '', ...answers }),
  });
  const prepare: Act = {
    name: 'prepare-return',
    fields: [
      {
        name: 'done',
        kind: 'several',
        label: t('care.prepared'),
        options: preparations.map((one) => [one, t(`preparation.${one}`), (mustPrepare as readonly string[]).includes(one) ? t('care.must') : ''] as const), // biome-ignore format: one list
        starts: of.prepared,
      },
    ],
  };
  const comeHome: Act = {
    name: 'record-return',
    fields: [
      { name: 'place', kind: 'one', label: t('care.return-place'), options: fit, required: true },
      { name: 'carer', kind: 'one', label: t('care.return-to'), options: carers, required: true },
      day('on', t('care.on')),
      { name: 'escortedBy', kind: 'line', label: t('care.escorted-by'), required: true },
      { name: 'handover', kind: 'text', lines: 4, label: t('care.handover'), hint: t('care.handover-hint'), required: true },
    ],
    input: (answers, made) => ({ return: made, ...answers }),
  };
  return { determine, decide, assess, place, placeInEmergency, leave, trace, traced, prepare, comeHome, fit, carers };
}
