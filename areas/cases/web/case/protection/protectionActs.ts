import { useTranslation } from 'react-i18next';
import type { Act } from '../../../../../platform/shell/index.ts';
import { type FormField, type FormValues, useSession } from '../../../../../platform/shell/index.ts';
import { categories } from '../../../../partners/domain/index.ts';
import type { CarerEntry, ConsentEntry, EmergencyEntry, Protection } from '../../../contract/index.ts';
import {
  ageBases,
  emergencyPurposes,
  guardianBases,
  needs,
  purposes,
  relations,
  situations,
  tellings,
  waysToConsent,
} from '../../../domain/choices.ts';
import languages from './languages.json';

/** Organisations with which may be shared. */
export type Partners = readonly { readonly id: string; readonly name: string }[];
/** Safe numbers that the form has room for. */
const rows = [1, 2, 3];
const is = (name: string, value: string) => (values: FormValues) => values[name] === value;
const text = (given: unknown): string => (typeof given === 'string' ? given : '');

/** What may be done to what protects the child: who is around it, how it is reached, what was consented to. */
export function useProtectionActs(of: Protection, partners: Partners) {
  const { t, i18n } = useTranslation('cases');
  const { city } = useSession();
  const options = (prefix: string, keys: readonly string[]) => keys.map((key) => [key, t(`${prefix}.${key}`)] as const);
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const tongues = languages.map((one) => [one, names.of(one) ?? one] as const);
  const none = ['', t('protection.none')] as const;
  const because: FormField = { name: 'because', kind: 'text', lines: 3, label: t('act.because'), required: true };
  const day = (name: string, label: string, starts: string = city.today): FormField => ({ name, kind: 'day', label, max: city.today, starts, required: true }); // biome-ignore format: one question
  const named = of.carers.filter(({ suspect }) => !suspect).map(({ id, name, relation }) => [id, name, t(`relation.${relation}`)] as const);

  const situation: Act = {
    name: 'record-situation',
    fields: [{ name: 'situation', kind: 'one', label: t('protection.situation'), options: options('situation', situations), required: true, ...(of.situation ? { starts: of.situation } : {}) }], // biome-ignore format: one question
  };
  const carer = (known?: CarerEntry): Act => ({
    name: 'record-carer',
    to: known?.id ?? '',
    fields: [
      { name: 'name', kind: 'line', label: t('protection.carer-name'), required: true, starts: known?.name ?? '' },
      { name: 'relation', kind: 'pick', label: t('protection.relation'), options: options('relation', relations), starts: known?.relation ?? 'mother' }, // biome-ignore format: one question
      { name: 'livesWithChild', kind: 'yes', label: t('protection.lives-with-child'), starts: known?.livesWithChild ? ['yes'] : [] },
      {
        name: 'contact',
        kind: 'line',
        label: t('protection.reached'),
        hint: t('protection.reached-hint'),
        starts: known?.mayCall ? known.contact : '',
      },
    ],
    // A number that must not be called is not shown, and stays unless another takes its place.
    input: (answers, made) => ({ carer: known?.id ?? made, contact: known && !known.mayCall ? known.contact : '', ...answers }),
  });
  const about = ({ id }: CarerEntry, name: string): Act => ({
    name,
    to: id,
    fields: [because],
    input: (answers) => ({ carer: id, ...answers }),
  });
  const nameGuardian: Act = {
    name: 'name-guardian',
    fields: [
      { name: 'carer', kind: 'one', label: t('protection.guardian'), options: named, required: true },
      day('since', t('protection.since')),
      { name: 'basis', kind: 'pick', label: t('protection.basis'), options: options('guardian-basis', guardianBases), starts: 'authority' },
    ],
  };
  const endGuardian: Act = { name: 'end-guardian', fields: [day('on', t('protection.on')), because] };
  const age: Act = {
    name: 'record-age',
    fields: [
      { name: 'born', kind: 'partial-date', label: t('protection.born'), hint: t('protection.born-hint'), starts: of.age?.born ?? '' },
      { name: 'basis', kind: 'one', label: t('protection.age-basis'), options: options('age-basis', ageBases), required: true, ...(of.age ? { starts: of.age.basis } : {}) }, // biome-ignore format: one question
      { name: 'disputed', kind: 'yes', label: t('protection.disputed'), hint: t('protection.disputed-hint'), starts: of.age?.disputed ? ['yes'] : [] }, // biome-ignore format: one question
      { name: 'note', kind: 'text', lines: 3, label: t('protection.note') },
    ],
    input: (answers) => ({ born: null, ...answers }),
  };
  const speech: Act = {
    name: 'record-communication',
    fields: [
      ...[0, 1, 2].map((i): FormField => ({ name: `language${i}`, kind: 'pick', label: t('protection.language-n', { n: i + 1 }), options: [none, ...tongues], starts: of.languages[i] ?? '' })), // biome-ignore format: one question
      { name: 'interpreter', kind: 'yes', label: t('protection.interpreter'), starts: of.interpreter ? ['yes'] : [] },
      { name: 'needs', kind: 'several', label: t('protection.needs'), options: options('need-of', needs), starts: of.needs },
      { name: 'needsNote', kind: 'text', lines: 3, label: t('protection.needs-note'), starts: of.needsNote },
    ],
    input: ({ language0, language1, language2, ...answers }) => ({
      needsNote: '',
      ...answers,
      languages: [...new Set([language0, language1, language2].filter((one) => one !== undefined))],
    }),
  };
  const contact: Act = {
    name: 'record-safe-contact',
    fields: [
      { name: 'notAtHome', kind: 'yes', label: t('protection.not-at-home'), hint: t('protection.not-at-home-hint'), starts: of.contact?.notAtHome ? ['yes'] : [] }, // biome-ignore format: one question
      ...rows.flatMap((n): FormField[] => {
        const known = of.contact?.numbers[n - 1];
        const when = n === 1 ? () => true : (values: FormValues) => text(values[`number${n - 1}`]) !== '';
        const filled = (values: FormValues) => text(values[`number${n}`]) !== '';
        return [
          { name: `number${n}`, kind: 'line', label: t('protection.number-n', { n }), starts: known?.number ?? '', when },
          { name: `whose${n}`, kind: 'line', label: t('protection.whose', { n }), starts: known?.whose ?? '', when: filled },
          { name: `times${n}`, kind: 'line', label: t('protection.times', { n }), hint: t('protection.times-hint'), starts: known?.times ?? '', when: filled }, // biome-ignore format: one question
          ...(of.carers.length > 0
            ? [{ name: `carer${n}`, kind: 'pick', label: t('protection.number-carer', { n }), options: [none, ...of.carers.map(({ id, name }) => [id, name] as const)], starts: known?.carer ?? '', when: filled } as const] // biome-ignore format: one question
            : []),
        ];
      }),
      { name: 'codeWord', kind: 'line', label: t('protection.code-word'), hint: t('protection.code-word-hint'), starts: of.contact?.codeWord ?? '' }, // biome-ignore format: one question
      { name: 'note', kind: 'text', lines: 3, label: t('protection.note'), starts: of.contact?.note ?? '' },
    ],
    input: (answers) => ({
      notAtHome: answers['notAtHome'],
      codeWord: text(answers['codeWord']),
      note: text(answers['note']),
      numbers: rows.flatMap((n) => {
        const number = text(answers[`number${n}`]);
        const owner = text(answers[`carer${n}`]);
        return number ? [{ number, whose: text(answers[`whose${n}`]), times: text(answers[`times${n}`]), ...(owner ? { carer: owner } : {}) }] : []; // biome-ignore format: one number
      }),
    }),
  };
  const consent: Act = {
    name: 'record-consent',
    fields: [
      { name: 'who', kind: 'one', label: t('consent.who'), options: [['child', t('consent.child'), t('consent.child-hint')], ...named], required: true }, // biome-ignore format: one question
      { name: 'purpose', kind: 'pick', label: t('consent.purpose'), options: options('consent-for', purposes), starts: 'case-work' },
      { name: 'partner', kind: 'pick', label: t('consent.partner'), options: [...options('partners:category', categories), ...partners.map(({ id, name }) => [id, name] as const)], starts: 'shelter', when: is('purpose', 'sharing') }, // biome-ignore format: one question
      { name: 'told', kind: 'several', label: t('consent.told'), options: options('telling', tellings) },
      { name: 'answer', kind: 'one', label: t('consent.answer'), options: options('consent-answer', ['given', 'refused', 'unable']), required: true }, // biome-ignore format: one question
      { name: 'language', kind: 'pick', label: t('consent.language'), options: tongues, starts: of.languages[0] ?? i18n.language },
      { name: 'interpreter', kind: 'yes', label: t('protection.interpreter'), starts: of.interpreter ? ['yes'] : [] },
      { name: 'how', kind: 'one', label: t('consent.how'), options: options('consent-way', waysToConsent), starts: 'spoken' },
      { name: 'witness', kind: 'line', label: t('consent.witness'), required: true, when: is('how', 'thumb-print') },
      day('on', t('consent.on')),
      { name: 'until', kind: 'day', label: t('consent.until'), hint: t('consent.until-hint'), min: city.today },
      { name: 'note', kind: 'text', lines: 3, label: t('protection.note') },
    ],
    input: (answers, made) => ({ consent: made, partner: null, ...answers }),
  };
  const withdraw = ({ id, who }: ConsentEntry): Act => ({
    name: 'withdraw-consent',
    to: id,
    fields: [
      { name: 'who', kind: 'one', label: t('consent.by'), options: [['child', t('consent.child')], ...of.carers.map((one) => [one.id, one.name] as const)], starts: who }, // biome-ignore format: one question
      day('on', t('protection.on')),
      { name: 'note', kind: 'text', lines: 3, label: t('protection.note') },
    ],
    input: (answers) => ({ consent: id, ...answers }),
  });
  const attach = ({ id }: ConsentEntry): Act => ({
    name: 'attach-consent',
    to: id,
    fields: [{ name: 'attachment', kind: 'one', label: t('consent.paper'), options: of.papers.map((paper) => [paper.id, paper.title ?? t('consent.paper'), paper.on] as const), required: true }], // biome-ignore format: one question
    input: (answers) => ({ consent: id, ...answers }),
  });
  const emergency: Act = {
    name: 'invoke-emergency',
    fields: [{ name: 'purpose', kind: 'pick', label: t('consent.purpose'), options: options('consent-for', emergencyPurposes), starts: 'medical' }, because], // biome-ignore format: one question
    input: (answers, made) => ({ emergency: made, ...answers }),
  };
  const review = ({ id }: EmergencyEntry): Act => ({
    name: 'review-emergency',
    to: id,
    fields: [
      { name: 'upheld', kind: 'one', label: t('consent.upheld'), options: options('upheld', ['yes', 'no']), required: true },
      { name: 'note', kind: 'text', lines: 3, label: t('act.because'), required: true },
    ],
    input: ({ upheld, ...answers }) => ({ emergency: id, upheld: upheld === 'yes', ...answers }),
  });
  return { situation, carer, about, nameGuardian, endGuardian, age, speech, contact, consent, withdraw, attach, emergency, review };
}
