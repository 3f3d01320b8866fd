import { useTranslation } from 'react-i18next';
import type { Act, RecordActs } from '../../../../../platform/shell/index.ts';
import { categories } from '../../../../partners/domain/index.ts';
import type { BasisEntry, CarerEntry, ConsentEntry, EmergencyEntry, Protection } from '../../../contract/index.ts';
import { emergencyPurposes } from '../../../domain/choices.ts';
import { languageChoice } from '../languages.ts';
import { useQuestions } from '../questions.ts';

/** Organisations with which may be shared. */
export type Partners = readonly { readonly id: string; readonly name: string }[];

/** What a part of the page is given: what protects the child, and what may be done. */
export interface ProtectionPart {
  readonly of: Protection;
  readonly acts: RecordActs;
  readonly may: ReturnType<typeof useProtectionActs>;
}

/** What may be done to what protects the child: who is around them, how they are reached, what was consented to. */
export function useProtectionActs(of: Protection, partners: Partners) {
  const { t } = useTranslation('cases');
  const { because, past, coming } = useQuestions();
  const note = { name: 'note', label: t('protection.note') };
  const interpreter = { name: 'interpreter', label: t('protection.interpreter') };
  const purpose = { name: 'purpose', label: t('consent.purpose'), said: (one: string) => t(`consent-for.${one}`) };
  const carers = of.carers.map(({ id, name }) => [id, name] as const);
  const named = of.carers.filter(({ suspect }) => !suspect).map(({ id, name, relation }) => [id, name, t(`relation.${relation}`)] as const);

  const situation: Act = {
    name: 'record-situation',
    held: { situation: of.situation },
    fields: [{ name: 'situation', kind: 'one', label: t('protection.situation'), said: (one) => t(`situation.${one}`) }],
  };
  // A number that must not be called is not shown, and stays unless another takes its place.
  const carer = (known?: CarerEntry): Act => ({
    name: 'record-carer',
    ...(known ? { target: { carer: known.id }, held: known.mayCall ? known : { ...known, contact: '' } } : { makes: 'carer' }),
    fields: [
      { name: 'name', label: t('protection.carer-name') },
      { name: 'relation', label: t('protection.relation'), said: (one) => t(`relation.${one}`) },
      { name: 'livesWithChild', label: t('protection.lives-with-child') },
      { name: 'contact', label: t('protection.reached'), hint: t('protection.reached-hint') },
    ],
    input: ({ contact, ...answers }) => ({ ...answers, contact: contact || (known && !known.mayCall ? known.contact : '') }),
  });
  const about = ({ id }: CarerEntry, name: string): Act => ({ name, target: { carer: id }, fields: [because] });
  const authority = (carer: CarerEntry): Act => ({
    name: 'record-authority',
    target: { carer: carer.id },
    fields: [
      { name: 'authority', kind: 'one', label: t('authority.title'), said: (one) => t(`authority.${one}`) },
      past('on', t('protection.on')),
      because,
    ],
  });
  const nameGuardian: Act = {
    name: 'name-guardian',
    fields: [
      { name: 'carer', kind: 'one', label: t('protection.guardian'), options: named },
      past('since', t('protection.since')),
      { name: 'basis', label: t('protection.basis'), said: (one) => t(`guardian-basis.${one}`) },
    ],
  };
  const conflict: Act = {
    name: 'record-conflict',
    about: t('protection.conflict-about'),
    fields: [past('on', t('protection.since')), because],
  };
  const endConflict: Act = { name: 'end-conflict', fields: [past('on', t('protection.on')), because] };
  const endGuardian: Act = { name: 'end-guardian', fields: [past('on', t('protection.on')), because] };
  const age: Act = {
    name: 'record-age',
    held: of.age ?? {},
    fields: [
      { name: 'born', label: t('protection.born'), hint: t('protection.born-hint') },
      { name: 'basis', kind: 'one', label: t('protection.age-basis'), said: (one) => t(`age-basis.${one}`) },
      { name: 'disputed', label: t('protection.disputed'), hint: t('protection.disputed-hint') },
      note,
    ],
  };
  const speech: Act = {
    name: 'record-communication',
    held: { ...of, languages: (of.languages.length > 0 ? of.languages : ['']).map((language) => ({ language })) },
    fields: [
      {
        name: 'languages',
        kind: 'group',
        label: t('protection.languages'),
        one: (n) => t('protection.language-n', { n }),
        add: t('protection.more-languages'),
        fields: [{ name: 'language', kind: languageChoice, label: t('protection.language') }],
      },
      interpreter,
      { name: 'needs', label: t('protection.needs'), said: (one) => t(`need-of.${one}`) },
      { name: 'needsNote', label: t('protection.needs-note') },
    ],
    input: ({ languages, ...answers }) => ({
      ...answers,
      languages: [...new Set((languages as { language: string }[]).map(({ language }) => language))],
    }),
  };
  const contact: Act = {
    name: 'record-safe-contact',
    held: of.contact ?? { numbers: [{}] },
    fields: [
      { name: 'notAtHome', label: t('protection.not-at-home'), hint: t('protection.not-at-home-hint') },
      {
        name: 'numbers',
        label: t('protection.calls'),
        one: (n) => t('protection.number-n', { n }),
        add: t('protection.more-numbers'),
        fields: [
          { name: 'number', label: t('protection.number') },
          { name: 'whose', label: t('protection.whose') },
          { name: 'times', label: t('protection.times'), hint: t('protection.times-hint') },
          { name: 'carer', kind: 'pick', label: t('protection.number-carer'), options: carers, when: () => carers.length > 0 },
        ],
      },
      { name: 'codeWord', label: t('protection.code-word'), hint: t('protection.code-word-hint') },
      note,
    ],
  };
  const partner = {
    name: 'partner',
    kind: 'pick',
    label: t('consent.partner'),
    required: true,
    options: [
      ...categories.map((one) => [one, t(`partners:category.${one}`)] as const),
      ...partners.map(({ id, name }) => [id, name] as const),
    ],
  } as const;
  const consent: Act = {
    name: 'record-consent',
    makes: 'consent',
    held: {
      interpreter: of.interpreter,
      language: of.languages[0] ?? '',
    },
    fields: [
      { name: 'who', kind: 'one', label: t('consent.who'), options: [['child', t('consent.child'), t('consent.child-hint')], ...named] },
      purpose,
      { ...partner, when: (values) => values['purpose'] === 'sharing' },
      { name: 'told', label: t('consent.told'), said: (one) => t(`telling.${one}`) },
      { name: 'answer', kind: 'one', label: t('consent.answer'), said: (one) => t(`consent-answer.${one}`) },
      { name: 'language', kind: languageChoice, label: t('consent.language') },
      interpreter,
      { name: 'how', kind: 'one', label: t('consent.how'), said: (one) => t(`consent-way.${one}`) },
      { name: 'witness', label: t('consent.witness'), required: true, when: ({ how }) => how === 'thumb-print' },
      past('on', t('consent.on')),
      { ...coming('until', t('consent.until')), hint: t('consent.until-hint') },
      note,
    ],
  };
  const withdraw = ({ id, who }: ConsentEntry): Act => ({
    name: 'withdraw-consent',
    target: { consent: id },
    held: { who },
    fields: [
      { name: 'who', kind: 'one', label: t('consent.by'), options: [['child', t('consent.child')], ...carers] },
      past('on', t('protection.on')),
      note,
    ],
  });
  const attach = ({ id }: ConsentEntry): Act => ({
    name: 'attach-consent',
    target: { consent: id },
    fields: [
      {
        name: 'attachment',
        kind: 'one',
        label: t('consent.paper'),
        options: of.papers.map((paper) => [paper.id, paper.title ?? t('consent.paper'), paper.on] as const),
      },
    ],
  });
  const disallowed = (values: Readonly<Record<string, unknown>>) =>
    of.emergencies.some(({ purpose: what, review: said }) => what === values['purpose'] && said?.upheld === false);
  const emergency: Act = {
    name: 'invoke-emergency',
    makes: 'emergency',
    fields: [
      { ...purpose, values: emergencyPurposes },
      because,
      { name: 'newFacts', label: t('consent.new-facts'), hint: t('consent.new-facts-hint'), required: true, when: disallowed },
      { ...past('newFactsOn', t('consent.new-facts-on')), required: true, when: disallowed },
    ],
  };
  const isDuty = ({ kind }: Readonly<Record<string, unknown>>) => kind === 'legal-duty';
  const known = of.duties.map(({ id, law, mark }) => [id, mark === 'V' ? law : t('basis.not-verified', { law })] as const);
  const disallowedBasis = (values: Readonly<Record<string, unknown>>) =>
    of.bases.some(({ kind, review: said }) => kind === values['kind'] && said?.upheld === false);
  const basis: Act = {
    name: 'record-basis',
    makes: 'basis',
    about: t('basis.about'),
    fields: [
      { name: 'kind', kind: 'one', label: t('basis.title'), said: (one) => t(`basis.${one}`), means: (one) => t(`basis-means.${one}`) },
      { name: 'duty', kind: 'pick', label: t('basis.duty'), hint: t('basis.duty-hint'), options: known, when: isDuty },
      {
        name: 'law',
        label: t('basis.law'),
        hint: t('basis.law-hint'),
        required: true,
        when: (values) => isDuty(values) && !values['duty'],
      },
      { name: 'authority', label: t('basis.authority'), required: true, when: ({ kind }) => kind === 'court-order' },
      { name: 'purposes', label: t('consent.purpose'), values: emergencyPurposes, said: (one) => t(`consent-for.${one}`) },
      { ...partner, when: ({ purposes }) => ((purposes ?? []) as readonly string[]).includes('sharing') },
      past('on', t('basis.on')),
      { ...coming('until', t('consent.until')), hint: t('basis.until-hint') },
      because,
      { name: 'newFacts', label: t('consent.new-facts'), hint: t('consent.new-facts-hint'), required: true, when: disallowedBasis },
      { ...past('newFactsOn', t('consent.new-facts-on')), required: true, when: disallowedBasis },
    ],
  };
  const reviewing = (name: string, target: Readonly<Record<string, string>>): Act => ({
    name,
    target,
    fields: [
      {
        name: 'upheld',
        kind: 'one',
        label: t('consent.upheld'),
        values: ['yes', 'no'],
        said: (one) => t(`upheld.${one}`),
        required: true,
      },
      { ...note, label: t('act.because') },
    ],
    input: ({ upheld, ...answers }) => ({ ...answers, upheld: upheld === 'yes' }),
  });
  const review = ({ id }: EmergencyEntry) => reviewing('review-emergency', { emergency: id });
  const reviewBasis = ({ id }: BasisEntry) => reviewing('review-basis', { basis: id });
  const endBasis = ({ id }: BasisEntry): Act => ({
    name: 'end-basis',
    target: { basis: id },
    fields: [past('on', t('protection.on')), because],
  });
  return {
    basis,
    reviewBasis,
    endBasis,
    situation,
    carer,
    about,
    authority,
    nameGuardian,
    conflict,
    endConflict,
    endGuardian,
    age,
    speech,
    contact,
    consent,
    withdraw,
    attach,
    emergency,
    review,
  };
}
